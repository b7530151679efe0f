import type { BucketName } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { TRAFFIC } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countUp } from '../../storage/index.ts'
import type { EventSource } from '../audit/record.ts'
import type { Ports } from '../ports.ts'

type TrafficPorts = Pick<Ports, 'storage' | 'clock' | 'traffic' | 'refusals'>

/**
 * Counts a request against the traffic limit of its route, on production instances: in this process first, and only what passes there
 * in the database, so that a refusal opens no transaction.
 * @param who network prefix, session or key: whatever the limit is per
 * @throws Refusal `too_many_requests`
 */
export async function allowTraffic(
  ports: TrafficPorts,
  instance: Instance,
  bucket: BucketName,
  who: string,
  source: EventSource,
): Promise<void> {
  if (instance.type !== 'production') return
  const now = ports.clock.now()
  const { max, windowMs, shared } = TRAFFIC[bucket]
  const key = `traffic:${bucket}:${who}`
  const here = ports.traffic.countUp({ key: `${instance.id}:${key}`, max, windowMs, now })
  if (!here.ok) refuse(ports, instance, source, here.resetAt - now)
  if (!shared) return
  const everywhere = await ports.storage.transaction((db) => countUp({ db, instanceId: instance.id }, { key, max, windowMs, now }))
  if (everywhere.ok) return
  ports.traffic.markFull({ key: `${instance.id}:${key}`, max, resetAt: everywhere.resetAt })
  refuse(ports, instance, source, everywhere.resetAt - now)
}

/**
 * Refuses what {@link allowTraffic} is going to, as far as this process knows, before anything is read.
 * @throws Refusal `too_many_requests`
 */
export function refuseFlood(ports: TrafficPorts, instance: Instance, bucket: BucketName, who: string, source: EventSource): void {
  if (instance.type !== 'production') return
  const now = ports.clock.now()
  const until = ports.traffic.fullUntil({ key: `${instance.id}:traffic:${bucket}:${who}`, max: TRAFFIC[bucket].max, now })
  if (until !== null) refuse(ports, instance, source, until - now)
}

function refuse(ports: TrafficPorts, instance: Instance, source: EventSource, waitMs: number): never {
  ports.refusals.note(instance.id, source, { type: 'request.refused', userId: null, code: 'too_many_requests' })
  throw new Refusal('too_many_requests', { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) })
}
