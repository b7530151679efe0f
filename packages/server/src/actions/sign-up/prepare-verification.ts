import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import { type Attempt, withVerification } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import type { InstanceScope } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect, linksEnabled } from '../verification/link-redirect.ts'
import { requireStrategy } from '../verification/parse-proof.ts'
import { type Prepared, prepareVerification } from '../verification/prepare.ts'

/** Sends the code or link that proves a sign-up's address. @throws Refusal `sign_up_cannot_be_updated`, `verification_already_verified` … */
export async function prepareSignUpVerification(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: { readonly strategy?: string | undefined; readonly redirect_url?: string | undefined },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(request.strategy)
  const { attempt, client } = await ownAttempt(ports, call, id, 'sign_up')
  const { slot, verification, mail } = await ports.storage.transaction((db) =>
    prepareSignUp(ports, call, { db, instanceId: call.instance.id }, attempt, strategy, request.redirect_url),
  )
  if (mail !== null) ports.handOver(mail)
  return { client, newToken: null, attempt: withVerification(attempt, slot, verification) }
}

/** The same, in a transaction that is open already. */
export async function prepareSignUp(
  ports: Ports,
  call: FrontendCall,
  scope: InstanceScope,
  attempt: Attempt<'sign_up'>,
  strategy: StrategyName,
  redirectUrl: string | undefined,
): Promise<Prepared & { readonly slot: SlotsOf['sign_up'] }> {
  const { state } = attempt
  if (state.createdUserId !== null) throw new Refusal('sign_up_cannot_be_updated')
  const type = STRATEGIES[strategy].identifier
  if (type === null) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const claimed = state.identifiers[type]
  if (claimed === null) throw new Refusal('verification_missing', { param: 'strategy' })
  if (claimed.provenBy !== null) throw new Refusal('verification_already_verified')
  const enabled = verificationsOf(call.instance.settings, type)
  if (!enabled.includes(strategy)) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const prepared = await prepareVerification(ports, call, scope, {
    attempt,
    slot: type,
    strategy,
    target: { type, value: claimed.value },
    redirectUrl: linkRedirect(call, strategy, redirectUrl, linksEnabled(enabled)),
  })
  return { ...prepared, slot: type }
}
