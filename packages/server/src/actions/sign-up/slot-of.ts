import type { StrategyName } from '@latchkey/protocol'
import type { SlotsOf } from '../../domain/slot.ts'
import type { Ports } from '../ports.ts'

/** Where a sign-up keeps what a strategy proves: the identifier it is for, or an account elsewhere. */
export function slotOf({ strategies }: Pick<Ports, 'strategies'>, strategy: StrategyName): SlotsOf['sign_up'] {
  return strategies[strategy].traits.identifier ?? 'external_account'
}
