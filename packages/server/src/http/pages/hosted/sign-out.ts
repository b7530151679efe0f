import { endAllSessions } from '../../../actions/session/end-session.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect } from '../../reply/reply.ts'
import { hostedPath, wantedUrl } from './paths.ts'

/** Signs everybody out of this browser and goes on to where the form says, else to the sign-in page. */
export const signOut: Handler<FrontendRequest> = async (context, request) => {
  const { call } = request
  const outcome = call.client === null ? null : await endAllSessions(context.ports, call)
  return redirect(wantedUrl(request) ?? hostedPath(call, '/sign-in', null), { status: 303, outcome })
}
