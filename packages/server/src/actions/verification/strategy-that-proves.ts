import { type IdentifierName, STRATEGIES, type StrategyKind, type StrategyName } from '@latchkey/protocol'

/** The strategy that proves an identifier in that way, found by its traits; `null` when there is none. */
export function strategyThatProves(identifier: IdentifierName, kind: StrategyKind): StrategyName | null {
  const names = Object.keys(STRATEGIES) as StrategyName[]
  return names.find((name) => STRATEGIES[name].kind === kind && STRATEGIES[name].identifier === identifier) ?? null
}
