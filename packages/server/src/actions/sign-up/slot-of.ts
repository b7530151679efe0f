import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import type { SlotsOf } from '../../domain/slot.ts'

/** Where a sign-up keeps what a strategy proves: the identifier it is for, or an account elsewhere. */
export function slotOf(strategy: StrategyName): SlotsOf['sign_up'] {
  return STRATEGIES[strategy].identifier ?? 'external_account'
}
