import { type IdentifierName, STRATEGIES, type StrategyKind, type StrategyName } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import { strategyNamed } from '../../strategies/registry.ts'
import type { Body } from '../../strategies/strategy.ts'
import type { Ports } from '../ports.ts'

/** The strategy a request names. @throws Refusal `form_param_missing`, `form_param_value_invalid` */
export function requireStrategy(ports: Pick<Ports, 'strategies'>, name: unknown): StrategyName {
  if (name === undefined) throw new Refusal('form_param_missing', { param: 'strategy' })
  const strategy = strategyNamed(ports.strategies, name)
  if (strategy === null) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  return strategy
}

/** The proof a request carries for a strategy. @throws Refusal `form_param_missing`, `form_param_format_invalid` */
export function requireProof(ports: Pick<Ports, 'strategies'>, name: StrategyName, body: Body): unknown {
  const strategy = ports.strategies[name]
  if (body[strategy.param] === undefined) throw new Refusal('form_param_missing', { param: strategy.param })
  const proof = strategy.parse(body)
  if (proof === null) throw new Refusal('form_param_format_invalid', { param: strategy.param })
  return proof
}

/** What preparing takes besides the strategy's name. @throws Refusal `form_param_format_invalid` */
export function requireParams(ports: Pick<Ports, 'strategies'>, name: StrategyName, body: Body): unknown {
  const strategy = ports.strategies[name]
  if (strategy.parseParams === undefined) return null
  const params = strategy.parseParams(body)
  if (params === null) throw new Refusal('form_param_format_invalid', { param: 'strategy' })
  return params
}

/** The strategy that proves an identifier in that way, found by its traits; `null` when there is none. */
export function strategyThatProves(identifier: IdentifierName, kind: StrategyKind): StrategyName | null {
  const names = Object.keys(STRATEGIES) as StrategyName[]
  return names.find((name) => STRATEGIES[name].kind === kind && STRATEGIES[name].identifier === identifier) ?? null
}
