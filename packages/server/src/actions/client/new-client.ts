import type { Client } from '../../domain/client.ts'
import { sha256 } from '../../platform/hash.ts'
import { formatClientToken } from '../../tokens/client-token.ts'
import { newId, type Ports } from '../ports.ts'

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
