import type { StrategyName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import type { Credential } from '../../domain/credential.ts'
import type { Offer } from '../../domain/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { secondFactorsOf } from '../../flows/second-factors-of.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { listCredentials } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { requireStrategy } from '../verification/parse-proof.ts'
import { secondOffers } from './second-offers.ts'

/**
 * A sign-in that waits for its second factor, and the strategy that a request names for it, of which the user has something enrolled.
 * @throws Refusal `resource_not_found`, `client_state_invalid`, `form_param_missing`, `strategy_for_user_invalid`
 */
export async function requireSecondFactor(
  ports: Pick<Ports, 'storage' | 'clock' | 'strategies' | 'seal'>,
  call: FrontendCall,
  id: string,
  name: unknown,
): Promise<{
  readonly attempt: Attempt<'sign_in'>
  readonly client: Client
  readonly strategy: StrategyName
  readonly offers: readonly Offer[]
  readonly enrolled: readonly Credential[]
}> {
  const { attempt, client } = await ownAttempt(ports, call, id, 'sign_in')
  if (signInStatus(attempt.state) !== 'needs_second_factor') throw new Refusal('client_state_invalid')
  const strategy = requireStrategy(ports, name)
  const credentials = secondFactorsOf({ credentials: await listCredentials(call.scope, attempt.state.userId!) })
  const offers = secondOffers(ports, call, credentials).filter((offer) => offer.strategy === strategy)
  if (offers.length === 0) throw new Refusal('strategy_for_user_invalid', { param: 'strategy' })
  return { attempt, client, strategy, offers, enrolled: credentials.filter(({ type }) => type === strategy) }
}
