import type { Client } from '../../domain/client.ts'
import type { Session } from '../../domain/session.ts'
import type { UserView } from '../../domain/user.ts'
import type { ClientView, SessionView } from '../../domain/view.ts'
import { standingRefusal } from '../../flows/standing.ts'
import { findUserViews } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { liveSessions } from './blocking-session.ts'
import { isCurrent } from './require-current.ts'
import { mintBoundToken } from '../session/mint-token.ts'
import { enrolledIn, shownSignIn, signInView } from '../sign-in/load-sign-in-view.ts'
import { loadSignUpView } from '../sign-up/load-sign-up-view.ts'

type Known = Pick<ClientOutcome, 'live' | 'users' | 'attempt'>

/**
 * A client with all that an answer shows of it: live sessions with their users, the attempts in progress.
 * @param mintFor the session whose token rides along, so that the SDK need not ask for it
 * @param known what was read or written already and has not changed since
 */
export async function loadClientView(
  ports: Pick<Ports, 'storage' | 'clock' | 'keys' | 'mint' | 'strategies' | 'seal'>,
  call: FrontendCall,
  client: Client,
  mintFor: string | null = null,
  known: Known = {},
): Promise<ClientView> {
  const knownAt = known.live?.knownAt ?? ports.clock.now()
  const live = known.live?.sessions ?? (await liveSessions(ports, { ...call, client }))
  const signIn = client.signInId === null ? null : await shownSignIn(ports, call, client.signInId, client.id, known.attempt)
  const users = await usersOf(call, [...live.map((session) => session.userId), signIn?.state.userId ?? null], known.users ?? new Map())
  const sessions = await Promise.all(
    live.map((session) => sessionView(ports, { ...call, client }, { session, knownAt }, users, session.id === mintFor && isCurrent(call))),
  )
  return {
    client,
    sessions: sessions.filter((session) => session !== null),
    signIn: signIn && signInView(ports, call, signIn, users.get(signIn.state.userId ?? '') ?? null, await enrolledIn(call, signIn)),
    signUp: client.signUpId === null ? null : await loadSignUpView(ports, call, client.signUpId, client.id, known.attempt),
  }
}

/** Every user is read once, however many sessions and attempts are hers. */
async function usersOf(
  { scope }: FrontendCall,
  ids: readonly (string | null)[],
  known: ReadonlyMap<string, UserView>,
): Promise<ReadonlyMap<string, UserView>> {
  const unknown = new Set(ids.filter((id) => id !== null && !known.has(id)) as string[])
  return unknown.size === 0 ? known : new Map([...known, ...(await findUserViews(scope, [...unknown]))])
}

async function sessionView(
  ports: Pick<Ports, 'clock' | 'keys' | 'mint'>,
  call: FrontendCall & { readonly client: Client },
  known: { readonly session: Session; readonly knownAt: number },
  users: ReadonlyMap<string, UserView>,
  mint: boolean,
): Promise<SessionView | null> {
  const { session } = known
  const user = users.get(session.userId)
  if (user === undefined || standingRefusal(user.user, ports.clock.now())) return null
  return { session, user, token: mint ? await mintBoundToken(ports, call, call.client, known) : null }
}
