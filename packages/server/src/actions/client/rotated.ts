import type { Client } from '../../domain/client.ts'
import { LIMITS } from '../../domain/limits.ts'
import { sha256 } from '../../platform/hash.ts'
import { formatClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'

/** What replaces a client's token: a session that came, or sessions that went. */
export type Rotation = 'session_added' | 'session_ended'

/**
 * A change of sessions on a client: its token is replaced. Where sessions ended, the old one reads for the moment in which requests are
 * under way. Where one was added, it does not: somebody else may have put it into this browser.
 */
export function rotated(
  ports: Pick<Ports, 'clock' | 'random'>,
  client: Client,
  why: Rotation,
): { readonly change: Partial<Client>; readonly token: string } {
  const now = ports.clock.now()
  const token = formatClientToken(client.id, ports.random.bytes(32))
  const previous = { prevTokenHash: client.tokenHash, prevUntil: now + LIMITS.clientTokenGraceMs, prevOutgrown: why === 'session_added' }
  return { token, change: { tokenHash: sha256(token), ...previous, updatedAt: now } }
}
