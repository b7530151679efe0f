import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, withVerification } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import type { Credential } from '../../domain/credential.ts'
import type { Offer } from '../../domain/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { secondFactorsOf } from '../../domain/second-factors.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { listCredentials } from '../../storage/index.ts'
import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { beginVerification } from '../verification/begin-verification.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireParams, requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { prepareAlone } from '../verification/prepare.ts'
import type { PrepareFactorRequest } from './first-factor.ts'
import { offeredTarget } from './offered-target.ts'
import { secondOffers } from './second-offers.ts'

/** Issues what a sign-in's second factor will be proven by. @throws Refusal `client_state_invalid`, `strategy_for_user_invalid` … */
export async function prepareSecondFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: PrepareFactorRequest,
): Promise<ClientOutcome> {
  const { attempt, client, strategy, offers, enrolled } = await requireSecondFactor(ports, call, id, request.strategy)
  const target = offeredTarget(ports, offers, strategy, request)
  const params = requireParams(ports, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const asked = { attempt, slot: 'second_factor', strategy, target, params, enrolled, redirectUrl } as const
  const verification = await prepareAlone(ports, call, asked)
  return { client, newToken: null, attempt: withVerification(attempt, 'second_factor', verification) }
}

/** Judges the second factor of a sign-in by what a request carries. @throws Refusal `client_state_invalid`, `verification_failed` … */
export async function attemptSecondFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const { attempt, strategy } = await requireSecondFactor(ports, call, id, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const begun = await beginVerification(ports, call, { attempt, slot: 'second_factor', strategy })
  return advance(ports, call, begun === null ? attempt : withVerification(attempt, 'second_factor', begun), {
    slot: 'second_factor',
    strategy,
    proof,
  })
}

/**
 * A sign-in that waits for its second factor, and the strategy that a request names for it, of which the user has something enrolled.
 * @throws Refusal `resource_not_found`, `client_state_invalid`, `form_param_missing`, `strategy_for_user_invalid`
 */
async function requireSecondFactor(
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
