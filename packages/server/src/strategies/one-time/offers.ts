import type { StrategyName } from '@latchkey/protocol'
import type { Offer } from '../../domain/offer.ts'
import type { Subject } from '../strategy.ts'

/** One offer for each email address of the subject, the primary one first, when the instance allows the strategy. */
export function offersByAddress(name: StrategyName, subject: Subject): readonly Offer[] {
  if (!subject.enabled.includes(name)) return []
  const first = subject.identifications.filter((address) => address.primary)
  const others = subject.identifications.filter((address) => !address.primary)
  return [...first, ...others].map((identification) => ({ strategy: name, identification }))
}
