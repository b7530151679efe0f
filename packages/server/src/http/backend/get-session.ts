import { requireSession } from '../../actions/backend/require-session.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { sessionReply } from './session-reply.ts'

/** One session, ended ones too. */
export const getSession: Handler<BackendRequest> = async (context, { call, params }) =>
  sessionReply(context, await requireSession(call.scope, params.session_id!))
