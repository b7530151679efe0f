import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type SignUpState, withVerification } from '../../domain/attempt.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { Refusal } from '../../domain/refusal.ts'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import { standaloneStrategiesOf } from '../../domain/settings/standalone-strategies.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect, linksEnabled } from '../verification/link-redirect.ts'
import { requireParams, requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { prepareAlone, type PrepareRequest } from '../verification/prepare.ts'

/** What a prepare may name: the strategy, where a link leads, and what the strategy takes for itself. */
export type PrepareSignUpRequest = {
  readonly strategy?: string | undefined
  readonly redirect_url?: string | undefined
  readonly [param: string]: unknown
}

/**
 * Sends the code or link that proves a sign-up's address.
 * @throws Refusal `sign_up_cannot_be_updated`, `verification_already_verified` …
 */
export async function prepareSignUpVerification(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: PrepareSignUpRequest,
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, request.strategy)
  const { attempt, client } = await ownAttempt(ports, call, id, 'sign_up')
  const asked = signUpPreparation(ports, call, attempt, strategy, request)
  const verification = await prepareAlone(ports, call, asked)
  return { client, newToken: null, attempt: withVerification(attempt, asked.slot, verification) }
}

/** What is to be prepared for a sign-up. @throws Refusal `sign_up_cannot_be_updated`, `verification_already_verified` … */
export function signUpPreparation(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'sign_up'>,
  strategy: StrategyName,
  request: PrepareSignUpRequest,
): PrepareRequest<'sign_up'> {
  const { state } = attempt
  if (state.createdUserId !== null) throw new Refusal('sign_up_cannot_be_updated')
  const { target, enabled } = whatItProves(ports, call, state, strategy)
  const slot = slotOf(ports, strategy)
  const params = requireParams(ports, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, linksEnabled(enabled))
  return { attempt, slot, strategy, target, params, redirectUrl }
}

/** The claimed identifier that a strategy would prove, if any, and what the instance has to prove it by. */
function whatItProves(
  ports: Pick<Ports, 'strategies'>,
  { instance: { settings } }: FrontendCall,
  state: SignUpState,
  strategy: StrategyName,
): { readonly target: Identifier | null; readonly enabled: readonly StrategyName[] } {
  const type = ports.strategies[strategy].traits.identifier
  const claimed = type === null ? null : state.identifiers[type]
  if (type !== null && claimed === null) throw new Refusal('verification_missing', { param: 'strategy' })
  if (claimed !== null && claimed.provenBy !== null) throw new Refusal('verification_already_verified')
  const enabled = type === null ? standaloneStrategiesOf(settings) : verificationsOf(settings, type)
  if (!enabled.includes(strategy)) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  return { target: type === null ? null : { type, value: claimed!.value }, enabled }
}

/** Judges the proof of a sign-up's address. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptSignUpVerification(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_up')
  return advance(ports, call, attempt, { slot: slotOf(ports, strategy), strategy, proof })
}

/** Where a sign-up keeps what a strategy proves: the identifier it is for, or an account elsewhere. */
function slotOf({ strategies }: Pick<Ports, 'strategies'>, strategy: StrategyName): SlotsOf['sign_up'] {
  return strategies[strategy].traits.identifier ?? 'external_account'
}
