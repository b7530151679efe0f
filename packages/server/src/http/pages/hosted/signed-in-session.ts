import { loadClientView } from '../../../actions/client/load-client-view.ts'
import { endAllSessions } from '../../../actions/session/sessions.ts'
import { primaryOf, type UserView } from '../../../domain/user.ts'
import type { SessionView } from '../../../domain/view.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect } from '../../reply/reply.ts'
import { hostedPath, wantedUrl } from './paths.ts'

/** Whose browser this is: the session in use or another one that is live, with its user; `null` when nobody is signed in. */
export async function signedInSession({ ports }: HttpContext, { call }: Pick<FrontendRequest, 'call'>): Promise<SessionView | null> {
  const { client } = call
  if (client === null || client.lastActiveSessionId === null) return null
  const { sessions } = await loadClientView(ports, call, client)
  return sessions.find(({ session }) => session.id === client.lastActiveSessionId) ?? sessions[0] ?? null
}

/** What a user is called here: their name, else their address. */
export function calledName({ user, identifications }: UserView): string {
  const names = [user.firstName, user.lastName].filter((name) => name !== null).join(' ')
  const address = primaryOf({ user, identifications }, 'email_address') ?? identifications[0]
  return names === '' ? (address?.value ?? '') : names
}

/** Signs everybody out of this browser and goes on to where the form says, else to the sign-in page. */
export const signOut: Handler<FrontendRequest> = async (context, request) => {
  const { call } = request
  const outcome = call.client === null ? null : await endAllSessions(context.ports, call)
  return redirect(wantedUrl(request) ?? hostedPath(call, '/sign-in', null), { status: 303, outcome })
}
