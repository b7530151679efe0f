import type { Client } from '../../domain/client.ts'
import { isLive, type Session } from '../../domain/session.ts'
import type { UserView } from '../../domain/user.ts'
import type { ClientView, SessionView } from '../../domain/view.ts'
import { standingRefusal } from '../../flows/may-sign-in.ts'
import { findUserViews, listSessionsOfClient } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from '../session/mint-token.ts'
import { loadSignInView } from '../sign-in/load-sign-in-view.ts'
import { loadSignUpView } from '../sign-up/load-sign-up-view.ts'

/**
 * A client with all that an answer shows of it: live sessions with their users, the attempts in progress.
 * @param mintFor the session whose token rides along, so that the SDK need not ask for it
 */
export async function loadClientView(
  ports: Pick<Ports, 'storage' | 'clock' | 'keys' | 'mint' | 'strategies'>,
  call: FrontendCall,
  client: Client,
  mintFor: string | null = null,
): Promise<ClientView> {
  const now = ports.clock.now()
  const { inactivityMs } = call.instance.settings.session
  const all = await listSessionsOfClient(call.scope, client.id, { status: 'active' })
  const live = all.filter((session) => isLive(session, now, inactivityMs))
  const users = live.length === 0 ? new Map<string, UserView>() : await findUserViews(call.scope, [...new Set(live.map((session) => session.userId))])
  const sessions = await Promise.all(live.map((session) => sessionView(ports, call, session, users, session.id === mintFor)))
  return {
    client,
    sessions: sessions.filter((session) => session !== null),
    signIn: client.signInId === null ? null : await loadSignInView(ports, call, client.signInId, client.id),
    signUp: client.signUpId === null ? null : await loadSignUpView(ports, call, client.signUpId, client.id),
  }
}

async function sessionView(
  ports: Pick<Ports, 'clock' | 'keys' | 'mint'>,
  call: FrontendCall,
  session: Session,
  users: ReadonlyMap<string, UserView>,
  mint: boolean,
): Promise<SessionView | null> {
  const user = users.get(session.userId)
  if (user === undefined || standingRefusal(user.user, ports.clock.now())) return null
  const token = mint ? await mintToken(ports, { instance: call.instance, session, base: call.base, origin: call.caller.origin }) : null
  return { session, user, token }
}
