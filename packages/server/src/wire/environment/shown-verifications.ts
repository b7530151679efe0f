import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import type { InstanceSettings } from '../../domain/settings.ts'

/**
 * The ways to prove a new address, as the components are told of them. Where codes are among them they are told of codes alone:
 * their sign-up would otherwise show the card without a code field and offer no other, while our mail carries both.
 */
export function shownVerifications({ emailAddress }: InstanceSettings): readonly StrategyName[] {
  const codes = emailAddress.verifications.filter((strategy) => STRATEGIES[strategy].kind === 'code')
  return codes.length > 0 ? codes : emailAddress.verifications
}
