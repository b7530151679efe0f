import { endAllSessions } from '../../../actions/session/end-session.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect } from '../../reply/reply.ts'
import { hostedPath } from './paths.ts'

/** Signs everybody out of this browser and shows the sign-in page. */
export const signOut: Handler<FrontendRequest> = async (context, { call }) => {
  const outcome = call.client === null ? null : await endAllSessions(context.ports, call)
  return redirect(hostedPath(call, '/sign-in', null), { status: 303, outcome })
}
