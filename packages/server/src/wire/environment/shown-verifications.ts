import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import type { UserAttribute } from '../../domain/settings/attributes.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'

/**
 * The ways to prove a new address, or whatever the attribute is, as the components are told of them. Where codes are among them
 * they are told of codes alone: their sign-up would otherwise show the card without a code field and offer no other, while our
 * mail carries both.
 */
export function shownVerifications(settings: Pick<InstanceSettings, 'attributes'>, attribute: UserAttribute): readonly StrategyName[] {
  const verifications = verificationsOf(settings, attribute)
  const codes = verifications.filter((strategy) => STRATEGIES[strategy].kind === 'code')
  return codes.length > 0 ? codes : verifications
}
