import { getSession as get } from '../../actions/backend/get-session.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { sessionReply } from './session-reply.ts'

/** One session, ended ones too. */
export const getSession: Handler<BackendRequest> = async (context, { call, params }) =>
  sessionReply(context, await get(context.ports, call, params.session_id!))
