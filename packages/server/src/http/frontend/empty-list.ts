import type { Handler, SessionRequest } from '../handler.ts'
import { aboutMe } from './enveloped.ts'

/** A list with nothing in it: there are no organizations yet, and the prebuilt profile asks for them. */
export const emptyList: Handler<SessionRequest> = async (context, request) =>
  aboutMe(context, request, () => ({ data: [], total_count: 0 }))
