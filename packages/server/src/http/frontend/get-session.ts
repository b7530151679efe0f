import type { FrontendRequest, Handler } from '../handler.ts'
import { unchanged } from './enveloped.ts'
import { sessionReply } from './session-reply.ts'

/** A live session of this browser. */
export const getSession: Handler<FrontendRequest> = async (context, request) =>
  sessionReply(context, request, unchanged(request), request.params.session_id!)
