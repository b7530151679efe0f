import type { Client } from '../../domain/client.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { mintRefusal } from '../../flows/session.ts'
import { findMintable } from '../../storage/index.ts'
import type { FrontendCall, KnownMintable } from '../call.ts'
import { liveSessions } from '../client/blocking-session.ts'
import { isCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { mintBoundToken } from './mint-token.ts'
import { noteExpired } from './note-expired.ts'

/**
 * The session a request acts for: the one it names when that is a live one of its client, else the last active one.
 * @throws Refusal `signed_out`
 */
export async function requireSession(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall, named: string | null): Promise<Session> {
  const live = await liveSessions(ports, call)
  const wanted = named ?? call.client?.lastActiveSessionId
  const session = live.find(({ id }) => id === wanted) ?? (named === null ? live[0] : undefined)
  if (session === undefined) throw new Refusal('signed_out')
  return session
}

/** Who is signed in at a browser: the session in use and a token for it, or nobody. */
export interface SessionState {
  readonly id: string | null
  readonly token: string | null
}

/** Nobody is signed in. */
export const SIGNED_OUT: SessionState = { id: null, token: null }

/**
 * The session last used on a client, with a fresh token, while it and its user may have one: one read, one signature, no write but
 * the one that notes an end.
 * @param client as the request leaves it
 * @param known that session, where it was read with the client and the request changes nothing
 */
export async function currentSessionState(
  ports: Pick<Ports, 'storage' | 'keys' | 'mint' | 'clock'>,
  call: FrontendCall,
  client: Client,
  known: KnownMintable | null = null,
): Promise<SessionState> {
  const sessionId = client.lastActiveSessionId
  if (sessionId === null || !isCurrent(call)) return SIGNED_OUT
  const isKnown = known?.session.id === sessionId
  const knownAt = isKnown ? known.knownAt : ports.clock.now()
  const found = isKnown ? known : await findMintable(call.scope, { clientId: client.id, sessionId })
  if (found === null) return SIGNED_OUT
  if (mintRefusal(found.session, found.user, call.instance.settings, ports.clock.now()) !== null) {
    await noteExpired(ports, call, [found.session])
    return SIGNED_OUT
  }
  return { id: sessionId, token: await mintBoundToken(ports, call, client, { session: found.session, knownAt }) }
}
