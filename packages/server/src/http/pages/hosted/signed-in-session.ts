import { loadClientView } from '../../../actions/client/load-client-view.ts'
import { endAllSessions } from '../../../actions/session/sessions.ts'
import { primaryOf, type UserView } from '../../../domain/user.ts'
import type { ClientView, SessionView } from '../../../domain/view.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect } from '../../reply/reply.ts'
import { hostedPath, wantedUrl } from './paths.ts'

/** Whose browser this is. */
export interface SignedIn {
  /** The session in use, or another one that is live, with its user. */
  readonly found: SessionView
  /** All that is known of the browser. */
  readonly view: ClientView
}

/** Whose browser this is; `null` when nobody is signed in. */
export async function signedInSession({ ports }: HttpContext, { call }: Pick<FrontendRequest, 'call'>): Promise<SignedIn | null> {
  const { client } = call
  if (client === null || client.lastActiveSessionId === null) return null
  const view = await loadClientView(ports, call, client)
  const found = view.sessions.find(({ session }) => session.id === client.lastActiveSessionId) ?? view.sessions[0]
  return found === undefined ? null : { found, view }
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
