import type { Client } from '../../domain/client.ts'
import { LIMITS } from '../../domain/limits.ts'
import { sha256 } from '../../platform/hash.ts'
import { formatClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'

/** A change of sessions on a client: its token is replaced, the old one good for a lost answer's grace only. */
export function rotated(ports: Pick<Ports, 'clock' | 'random'>, client: Client): { readonly change: Partial<Client>; readonly token: string } {
  const now = ports.clock.now()
  const token = formatClientToken(client.id, ports.random.bytes(32))
  return {
    token,
    change: { tokenHash: sha256(token), prevTokenHash: client.tokenHash, prevUntil: now + LIMITS.clientTokenGraceMs, updatedAt: now },
  }
}
