import type { Client } from '../../domain/client.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/hash.ts'
import { insertClient, type InstanceScope, updateClient } from '../../storage/index.ts'
import { formatClientToken } from '../../tokens/client-token.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { requireCurrent } from './require-current.ts'

/**
 * Writes a change of the caller's client, making the client when the caller has none.
 * @param rotate replaces the token: whenever sessions change, so that a token someone else may know is worth nothing
 * @throws Refusal `signed_out` when the token was replaced meanwhile, also by a request that runs beside this one
 */
export async function saveClient(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: Pick<FrontendCall, 'client' | 'proof'>,
  scope: InstanceScope,
  prospect: { readonly client: Client; readonly token: string } | null,
  change: Partial<Client>,
  rotate: Rotation | null,
): Promise<ClientOutcome> {
  if (call.client === null) {
    const made = prospect ?? newClient(ports)
    const client = { ...made.client, ...change }
    await insertClient(scope, client)
    return { client, newToken: made.token }
  }
  requireCurrent(call)
  const rotation = rotate === null ? null : rotated(ports, call.client, rotate)
  const patch = { ...change, ...rotation?.change }
  if (!(await updateClient(scope, call.client, patch))) throw new Refusal('signed_out')
  return { client: { ...call.client, ...patch }, newToken: rotation?.token ?? null }
}

/** A client for a browser seen for the first time, and the token that only its cookie will hold. */
export function newClient(ports: Pick<Ports, 'clock' | 'random'>): { readonly client: Client; readonly token: string } {
  const id = newId(ports, 'client')
  const token = formatClientToken(id, ports.random.bytes(32))
  const now = ports.clock.now()
  const client: Client = {
    id,
    tokenHash: sha256(token),
    prevTokenHash: null,
    prevUntil: null,
    prevOutgrown: false,
    signInId: null,
    signUpId: null,
    lastActiveSessionId: null,
    createdAt: now,
    updatedAt: now,
  }
  return { client, token }
}

/** What replaces a client's token: a session that came, or sessions that went. */
type Rotation = 'session_added' | 'session_ended'

/**
 * A change of sessions on a client: its token is replaced. Where sessions ended, the old one reads for the moment in which requests are
 * under way. Where one was added, it does not: somebody else may have put it into this browser.
 */
function rotated(
  ports: Pick<Ports, 'clock' | 'random'>,
  client: Client,
  why: Rotation,
): { readonly change: Partial<Client>; readonly token: string } {
  const now = ports.clock.now()
  const token = formatClientToken(client.id, ports.random.bytes(32))
  const previous = { prevTokenHash: client.tokenHash, prevUntil: now + LIMITS.clientTokenGraceMs, prevOutgrown: why === 'session_added' }
  return { token, change: { tokenHash: sha256(token), ...previous, updatedAt: now } }
}
