import type { Client } from '../../domain/client.ts'
import { constantTimeEqual, sha256 } from '../../platform/hash.ts'
import { findClient, type InstanceScope } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'

/** The client whose current (or, within the grace, previous) token this is; `null` for anything else. Writes nothing. */
export async function authenticateClient(ports: Pick<Ports, 'clock'>, scope: InstanceScope, cookie: string | null): Promise<Client | null> {
  const parsed = cookie === null ? null : parseClientToken(cookie)
  if (parsed === null) return null
  const client = await findClient(scope, parsed.clientId)
  return client !== null && isProven(ports, client, parsed.token) ? client : null
}

/** Is this the client's token, or, within the grace, its previous one? */
export function isProven(ports: Pick<Ports, 'clock'>, client: Client, token: string): boolean {
  const hash = sha256(token)
  if (constantTimeEqual(client.tokenHash, hash)) return true
  const inGrace = client.prevUntil !== null && client.prevUntil > ports.clock.now()
  return inGrace && client.prevTokenHash !== null && constantTimeEqual(client.prevTokenHash, hash)
}
