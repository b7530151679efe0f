import { LIMITS } from '../../domain/limits.ts'
import { networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countUp, type InstanceScope } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/**
 * Counts a message against its target and its sender's network, where that is known, on production instances.
 * The bucket is there whether the address has an account or not, so that it tells nothing.
 * @throws Refusal `verification_code_rate_limit_exceeded`
 */
export async function allowSend(ports: Pick<Ports, 'clock'>, call: FrontendCall, scope: InstanceScope, target: string): Promise<void> {
  if (call.instance.type !== 'production') return
  const now = ports.clock.now()
  const { ipAddress } = call.caller
  const device = call.client?.lastActiveSessionId ? `:device:${call.client.id}` : ''
  for (const bucket of [
    { key: `send:${target}${device}`, ...LIMITS.sendsPerTarget },
    // Where an application does not know addresses, all its visitors would share one bucket and lock each other out.
    ...(ipAddress === null ? [] : [{ key: `send:network:${networkPrefix(ipAddress)}`, ...LIMITS.sendsPerNetwork }]),
  ]) {
    const counted = await countUp(scope, { ...bucket, now })
    if (!counted.ok) throw new Refusal('verification_code_rate_limit_exceeded', { retryAfter: Math.ceil((counted.resetAt - now) / 1000) })
  }
}
