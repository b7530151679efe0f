import { STRATEGIES, type StrategyKind, type StrategyName } from '@latchkey/protocol'

/** The strategy that proves an email address in that way, found by its traits. */
export function addressStrategyOfKind(kind: StrategyKind): StrategyName {
  const names = Object.keys(STRATEGIES) as StrategyName[]
  return names.find((name) => STRATEGIES[name].kind === kind && STRATEGIES[name].identifier !== null)!
}
