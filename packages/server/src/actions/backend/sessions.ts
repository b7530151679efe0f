import { Refusal } from '../../domain/refusal.ts'
import type { Session, SessionStatus } from '../../domain/session.ts'
import { grantSession, mintRefusal } from '../../flows/session.ts'
import {
  countSessions,
  endSession,
  findMintable,
  findSession,
  findUser,
  type InstanceScope,
  listSessions as list,
  needSigningKey,
  type Page,
} from '../../storage/index.ts'
import { activated, applyEffects } from '../apply-effects.ts'
import { keyOf, record } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import { newClient, saveClient } from '../client/save-client.ts'
import { mustPass } from '../must-pass.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from '../session/mint-token.ts'
import { noteExpired } from '../session/note-expired.ts'
import { inTransaction } from './in-transaction.ts'

/** There is no browser: the address that called is the customer's server, and not where the user is. */
const nowhere = { ipAddress: null, userAgent: null, origin: null }

/**
 * A session for a user without a sign-in, for tests: on a client of its own, whose token nobody is told. Not on production
 * instances, where a sign-in token is the way.
 * @throws Refusal `request_invalid_for_environment`, `form_param_missing`, `resource_not_found`, `user_banned`, `user_locked`
 */
export async function createSession(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: BackendCall,
  userId: string | undefined,
): Promise<Session> {
  const { instance } = call
  if (instance.type === 'production') throw new Refusal('request_invalid_for_environment')
  if (userId === undefined) throw new Refusal('form_param_missing', { param: 'user_id' })
  const sessionId = newId(ports, 'session')
  const prospect = newClient(ports)
  return inTransaction(ports, call, async (scope) => {
    const user = await findUser(scope, userId)
    if (user === null) throw new Refusal('resource_not_found')
    const { effects } = mustPass(grantSession(user, { now: ports.clock.now(), sessionId }))
    await saveClient(ports, { client: null }, scope, prospect, activated(sessionId), null)
    await applyEffects(
      ports,
      { instance, scope, caller: nowhere, clientId: prospect.client.id, attemptId: null, source: keyOf(call) },
      effects,
    )
    return requireSession(scope, sessionId)
  })
}

const shortest = 30
const longest = 315_360_000

/**
 * A token for a session that is live, for no origin in particular.
 * @param seconds how long it is good; a minute when not given. Nobody can call it back before, so a lifetime of one's own leaves a trace
 * @throws Refusal `resource_not_found`, `authentication_invalid`, `form_param_value_invalid`
 */
export async function createSessionToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'keys' | 'mint'>,
  call: BackendCall,
  id: string,
  seconds: number | null,
): Promise<string> {
  const { instance, base } = call
  if (seconds !== null && !(seconds >= shortest && seconds <= longest)) {
    throw new Refusal('form_param_value_invalid', { param: 'expires_in_seconds' })
  }
  const knownAt = ports.clock.now()
  const { clientId } = await requireSession(call.scope, id)
  const found = await findMintable(call.scope, { clientId, sessionId: id })
  if (found === null) throw new Refusal('resource_not_found')
  const { session, user } = found
  const refusal = mintRefusal(session, user, instance.settings, ports.clock.now())
  if (refusal) throw new Refusal(refusal.code, refusal.detail)
  if (seconds === null) return mintToken(ports, { instance, session, issuer: base, origin: null, knownAt })
  const detail = { sessionId: id, seconds }
  const [key] = await ports.keys.of(instance)
  await inTransaction(ports, call, async (scope) => {
    // The key that signs it stays published for as long as the token is good, however often keys are rotated.
    await needSigningKey(scope, { instanceId: instance.id, kid: key.kid }, ports.clock.now() + seconds * 1000)
    await record(ports, scope, keyOf(call), { type: 'session.token_created', userId: user.id, detail })
  })
  return mintToken(ports, { instance, session, issuer: base, origin: null, lifetimeMs: seconds * 1000, knownAt })
}

/** One session, ended ones too. @throws Refusal `resource_not_found` */
export async function getSession(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, id: string): Promise<Session> {
  const session = await requireSession(call.scope, id)
  await noteListed(ports, call, [session])
  return session
}

/** Which sessions an operator asks for: all that is given must hold. */
export interface ListSessionsRequest {
  readonly client_id?: string | undefined
  readonly user_id?: string | undefined
  readonly status?: string | undefined
}

const kept: readonly SessionStatus[] = ['active', 'ended', 'removed', 'revoked', 'expired', 'replaced']
/** Statuses of the wire that no session here ever has. */
const never: ReadonlySet<string> = new Set(['abandoned', 'pending'])

/** A page of sessions, newest first, and how many there are in all. @throws Refusal `form_param_value_invalid` */
export async function listSessions(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: BackendCall,
  request: ListSessionsRequest,
  page: Page,
): Promise<{ readonly sessions: readonly Session[]; readonly total: number }> {
  const status = kept.find((each) => each === request.status)
  if (request.status !== undefined && status === undefined) {
    if (never.has(request.status)) return { sessions: [], total: 0 }
    throw new Refusal('form_param_value_invalid', { param: 'status' })
  }
  const filter = {
    ...(request.client_id !== undefined && { clientId: request.client_id }),
    ...(request.user_id !== undefined && { userId: request.user_id }),
    ...(status !== undefined && { status, now: ports.clock.now() }),
  }
  const [sessions, total] = await Promise.all([list(call.scope, filter, page), countSessions(call.scope, filter)])
  await noteListed(ports, call, sessions)
  return { sessions, total }
}

/** Ends a session. One that has ended stays as it ended, and asking again is no error. @throws Refusal `resource_not_found` */
export async function revokeSession(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<Session> {
  return inTransaction(ports, call, async (scope) => {
    const { userId } = await requireSession(scope, id)
    const ended = await endSession(scope, id, { to: 'revoked', now: ports.clock.now() })
    if (ended) await record(ports, scope, keyOf(call), { type: 'session.revoked', userId, detail: { sessionIds: [id] } })
    return requireSession(scope, id)
  })
}

/** Writes down the end of sessions that an operator is shown as expired. */
async function noteListed(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, sessions: readonly Session[]): Promise<void> {
  const now = ports.clock.now()
  await noteExpired(
    ports,
    call,
    sessions.filter(({ expireAt }) => expireAt <= now),
  )
}

/** A session of this instance, ended ones too. @throws Refusal `resource_not_found` */
async function requireSession(scope: InstanceScope, id: string): Promise<Session> {
  const session = await findSession(scope, id)
  if (session === null) throw new Refusal('resource_not_found')
  return session
}
