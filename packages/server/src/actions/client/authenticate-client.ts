import type { AnyAttempt } from '../../domain/attempt.ts'
import type { Client, ClientProof } from '../../domain/client.ts'
import { LIMITS } from '../../domain/limits.ts'
import { constantTimeEqual, sha256 } from '../../platform/hash.ts'
import { clientKnowsUser, findClient, findClientAttempt, findLastMintable, findMintable, type InstanceScope } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { FrontendCall, KnownAttempt, KnownMintable } from '../call.ts'
import type { Ports } from '../ports.ts'

/** A client, and what the token that was shown is to it. */
export interface ProvenClient {
  readonly client: Client | null
  /** `null` when there is no client. */
  readonly proof: ClientProof | null
}

/** Nobody. */
export const UNPROVEN: ProvenClient = { client: null, proof: null }

/** The client that a token belongs to. Writes nothing. */
export async function authenticateClient(ports: Pick<Ports, 'clock'>, scope: InstanceScope, cookie: string | null): Promise<ProvenClient> {
  const parsed = cookie === null ? null : parseClientToken(cookie)
  if (parsed === null) return UNPROVEN
  const client = await findClient(scope, parsed.clientId)
  return client === null ? UNPROVEN : proven(ports, client, parsed.token)
}

/** A client that was read, if the token is one of its own. */
function proven(ports: Pick<Ports, 'clock'>, client: Client, token: string): ProvenClient {
  const proof = clientProof(ports, client, token)
  return proof === null ? UNPROVEN : { client, proof }
}

/**
 * The client of a token, and beside it, by one query, the session that the request names, when it is one of hers: a token
 * for it is the request that is sent most. Writes nothing.
 */
export async function authenticateWithSession(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  cookie: string | null,
  sessionId: string | undefined,
): Promise<ProvenClient & { readonly mintable: KnownMintable | null }> {
  const parsed = cookie === null || sessionId === undefined ? null : parseClientToken(cookie)
  const knownAt = ports.clock.now()
  const found = parsed && (await findMintable(scope, { clientId: parsed.clientId, sessionId: sessionId! }))
  if (found === null) return { ...(await authenticateClient(ports, scope, cookie)), mintable: null }
  const whose = proven(ports, found.client, parsed!.token)
  return { ...whose, mintable: whose.client && { ...found, knownAt } }
}

/**
 * The client of a token, and beside it, by one query, the session last used on it: what the server of an application asks for
 * once a minute and visitor. Writes nothing.
 */
export async function authenticateWithLastSession(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  token: string | null,
): Promise<ProvenClient & { readonly mintable: KnownMintable | null }> {
  const parsed = token === null ? null : parseClientToken(token)
  const knownAt = ports.clock.now()
  const found = parsed && (await findLastMintable(scope, parsed.clientId))
  if (found === null) return { ...(await authenticateClient(ports, scope, token)), mintable: null }
  const whose = proven(ports, found.client, parsed!.token)
  return { ...whose, mintable: whose.client && { ...found, knownAt } }
}

/**
 * The client of a token, and beside it, by one query, the attempt that the request names, when it is one of hers, and whether she has
 * had a session of its user before. Writes nothing.
 */
export async function authenticateWithAttempt(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  cookie: string | null,
  named: Pick<AnyAttempt, 'kind' | 'id'>,
): Promise<ProvenClient & { readonly attempt: KnownAttempt | null }> {
  const parsed = cookie === null ? null : parseClientToken(cookie)
  if (parsed === null) return { ...UNPROVEN, attempt: null }
  const since = ports.clock.now() - LIMITS.knownDeviceMs
  const found = await findClientAttempt(scope, { clientId: parsed.clientId, ...named, since })
  if (found === null) return { ...UNPROVEN, attempt: null }
  const whose = proven(ports, found.client, parsed.token)
  return { ...whose, attempt: whose.client && found.attempt && { attempt: found.attempt, knowsUser: found.knowsUser } }
}

/** Has the caller's client had a session of this user before, not too long ago? */
export async function knowsUser(
  { clock }: Pick<Ports, 'clock'>,
  { client, attempt, scope }: FrontendCall,
  userId: string | null,
): Promise<boolean> {
  if (userId === null || client === null) return false
  if (attempt?.attempt.userId === userId) return attempt.knowsUser
  return clientKnowsUser(scope, { clientId: client.id, userId, since: clock.now() - LIMITS.knownDeviceMs })
}

/** What a token is to the client that it names; `null` when it is none of its tokens. Writes nothing. */
function clientProof(ports: Pick<Ports, 'clock'>, client: Client, token: string): ClientProof | null {
  const hash = sha256(token)
  if (constantTimeEqual(client.tokenHash, hash)) return 'current'
  const { prevTokenHash, prevUntil, prevOutgrown } = client
  if (prevTokenHash === null || prevUntil === null || !constantTimeEqual(prevTokenHash, hash)) return null
  const now = ports.clock.now()
  // A clock that was set back before the rotation does not make the grace longer.
  if (now < prevUntil && now >= prevUntil - 2 * LIMITS.clientTokenGraceMs) return prevOutgrown ? 'outgrown' : 'previous'
  // Nobody was signed in by a token that a sign-in has outgrown: whoever has a copy of it has a copy of nothing.
  return prevOutgrown ? null : 'replayed'
}
