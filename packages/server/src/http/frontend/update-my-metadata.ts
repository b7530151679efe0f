import { updateMyMetadata as update } from '../../actions/me/update-me.ts'
import { userJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { aboutMe } from './enveloped.ts'

/** Merges into what the user may write about herself. */
export const updateMyMetadata: Handler<SessionRequest> = async (context, request) => {
  await update(context.ports, request.call, request.session, request.body.unsafe_metadata)
  return aboutMe(context, request, (me, { now }) => userJson(me, now))
}
