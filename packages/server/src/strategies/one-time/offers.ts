import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import type { Offer } from '../../domain/offer.ts'
import type { Subject } from '../strategy.ts'

/** One offer for each identifier that the strategy is for, the primary one first, when the instance allows the strategy. */
export function offersByIdentifier(name: StrategyName, subject: Subject): readonly Offer[] {
  if (!subject.enabled.includes(name)) return []
  const usable = subject.identifications.filter(({ type }) => type === STRATEGIES[name].identifier)
  const first = usable.filter(({ primary }) => primary)
  const others = usable.filter(({ primary }) => !primary)
  return [...first, ...others].map((identification) => ({ strategy: name, identification }))
}
