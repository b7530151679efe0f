import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/hash.ts'
import { burnExpiredOneTime, takeOneTime } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { openPayload } from '../one-time/keep-one-time.ts'
import type { Ports } from '../ports.ts'
import { inTransaction } from './in-transaction.ts'

/**
 * The cookies that a handshake's nonce stands for. Whoever asks first gets them; for everybody else there is nothing.
 * @throws Refusal `missing_query_parameter`, `resource_not_found`
 */
export async function getHandshakePayload(
  ports: Pick<Ports, 'storage' | 'clock' | 'seal'>,
  call: BackendCall,
  nonce: string | null,
): Promise<readonly string[]> {
  if (!nonce) throw new Refusal('missing_query_parameter', { param: 'nonce' })
  const claim = { purpose: 'handshake', hash: sha256(nonce), now: ports.clock.now() }
  const taken = await inTransaction(ports, call, async (scope) => {
    const won = await takeOneTime(scope, claim)
    if (won === null) await burnExpiredOneTime(scope, claim)
    return won
  })
  if (taken === null) throw new Refusal('resource_not_found')
  return openPayload(ports, call.scope, taken).directives as readonly string[]
}
