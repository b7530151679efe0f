import { endAllSessions } from '../../actions/session/end-session.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { enveloped } from './enveloped.ts'

/** Signs everybody out of this browser. The client stays, empty, under a new token. */
export const deleteSessions: Handler<FrontendRequest> = async (context, request) =>
  enveloped(context, request, await endAllSessions(context.ports, request.call), ({ client }) => client)
