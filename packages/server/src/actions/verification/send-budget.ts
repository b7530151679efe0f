import { LIMITS } from '../../domain/limits.ts'
import { networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sendBuckets } from '../../domain/send-buckets.ts'
import { clientKnowsUser, countUp, type InstanceScope } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/**
 * Counts a message against everything it is bounded by. The buckets are there whether the address has an account or not, so that
 * they tell nothing.
 * @param of.owner the user whose address the target is, as far as is known
 * @param of.account the user who asks to be given the address
 * @throws Refusal `verification_code_rate_limit_exceeded`
 */
export async function allowSend(
  ports: Pick<Ports, 'clock'>,
  call: FrontendCall,
  scope: InstanceScope,
  of: { readonly target: string; readonly owner: string | null; readonly account: string | null },
): Promise<void> {
  const now = ports.clock.now()
  const { client, caller, instance } = call
  const { target, owner, account } = of
  const known =
    owner !== null &&
    client !== null &&
    (await clientKnowsUser(scope, { clientId: client.id, userId: owner, since: now - LIMITS.knownDeviceMs }))
  const network = caller.ipAddress === null ? null : networkPrefix(caller.ipAddress)
  for (const bucket of sendBuckets(instance.type, { target, ownersDevice: known ? client.id : null, account, network })) {
    const counted = await countUp(scope, { ...bucket, now })
    if (!counted.ok) throw new Refusal('verification_code_rate_limit_exceeded', { retryAfter: Math.ceil((counted.resetAt - now) / 1000) })
  }
}
