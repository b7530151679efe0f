import type { BucketName } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { TRAFFIC } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countUp } from '../../storage/index.ts'
import type { EventSource } from '../audit/record.ts'
import type { Ports } from '../ports.ts'

/**
 * Counts a request against the traffic limit of its route, on production instances.
 * @param who network prefix, session or key: whatever the limit is per
 * @throws Refusal `too_many_requests`
 */
export async function allowTraffic(
  ports: Pick<Ports, 'storage' | 'clock' | 'traffic' | 'refusals'>,
  instance: Instance,
  bucket: BucketName,
  who: string,
  source: EventSource,
): Promise<void> {
  if (instance.type !== 'production') return
  const now = ports.clock.now()
  const { max, windowMs, shared } = TRAFFIC[bucket]
  const count = { key: `traffic:${bucket}:${who}`, max, windowMs, now }
  const counted = shared
    ? await ports.storage.transaction((db) => countUp({ db, instanceId: instance.id }, count))
    : ports.traffic.countUp({ ...count, key: `${instance.id}:${count.key}` })
  if (counted.ok) return
  ports.refusals.note(instance.id, source, { type: 'request.refused', userId: null, code: 'too_many_requests' })
  throw new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil((counted.resetAt - now) / 1000)) })
}
