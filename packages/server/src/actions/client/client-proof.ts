import type { Client, ClientProof } from '../../domain/client.ts'
import { LIMITS } from '../../domain/limits.ts'
import { constantTimeEqual, sha256 } from '../../platform/hash.ts'
import type { Ports } from '../ports.ts'

/** What a token is to the client that it names; `null` when it is none of its tokens. Writes nothing. */
export function clientProof(ports: Pick<Ports, 'clock'>, client: Client, token: string): ClientProof | null {
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
