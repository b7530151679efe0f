import { touchSession as touch } from '../../actions/session/touch-session.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { sessionReply } from './session-reply.ts'

/** Makes a session the one in use. */
export const touchSession: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.session_id!
  return sessionReply(context, request, await touch(context.ports, request.call, id), id)
}
