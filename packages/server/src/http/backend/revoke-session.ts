import { revokeSession as revoke } from '../../actions/backend/revoke-session.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { sessionReply } from './session-reply.ts'

/** Ends a session. */
export const revokeSession: Handler<BackendRequest> = async (context, { call, params }) =>
  sessionReply(context, await revoke(context.ports, call, params.session_id!))
