import type { StrategyName } from '@latchkey/protocol'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import type { Offer } from '../../domain/offer.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'

/**
 * Where the message of a strategy goes that is offered: to the identifier that the request names, or else the first; `null` for a strategy
 * that is for no identifier.
 * @throws Refusal `strategy_for_user_invalid`, `resource_not_found`
 */
export function offeredTarget(
  ports: Pick<Ports, 'strategies'>,
  offers: readonly Offer[],
  strategy: StrategyName,
  request: { readonly [param: string]: unknown },
): Identifier | null {
  const type = ports.strategies[strategy].traits.identifier
  const usable = offers.filter((offer) => offer.strategy === strategy && (offer.identification !== null) === (type !== null))
  if (usable.length === 0) throw new Refusal('strategy_for_user_invalid', { param: 'strategy' })
  if (type === null) return null
  const param = `${type}_id`
  const named = request[param]
  const offer = named === undefined ? usable[0] : usable.find(({ identification }) => identification!.id === named)
  if (offer === undefined) throw new Refusal('resource_not_found', { param })
  return { type: offer.identification!.type, value: offer.identification!.value }
}
