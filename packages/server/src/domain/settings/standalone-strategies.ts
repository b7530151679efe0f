import type { STRATEGIES, StrategyName } from '@latchkey/protocol'
import type { InstanceSettings } from './instance-settings.ts'

/** A strategy that begins a sign-in or sign-up and belongs to no identifier, so that no attribute's settings say who may use it. */
export type StandaloneStrategy = {
  [Name in StrategyName]: (typeof STRATEGIES)[Name] extends {
    readonly identifier: null
    readonly factors: readonly ['first', ...unknown[]]
  }
    ? Name
    : never
}[StrategyName]

/** Whether an instance offers each of them. */
const OFFERED: { readonly [Name in StandaloneStrategy]: (settings: Pick<InstanceSettings, 'attributes'>) => boolean } = {
  // Whoever holds an operator's ticket brings it; nobody is offered one.
  ticket: () => false,
}

/** The strategies an instance offers that belong to no identifier. */
export function standaloneStrategiesOf(settings: Pick<InstanceSettings, 'attributes'>): readonly StandaloneStrategy[] {
  return (Object.keys(OFFERED) as StandaloneStrategy[]).filter((name) => OFFERED[name](settings))
}
