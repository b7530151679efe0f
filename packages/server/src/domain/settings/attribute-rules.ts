import { IDENTIFIER_NAMES, type IdentifierName, type StrategyName } from '@latchkey/protocol'
import type { UserAttribute } from './attributes.ts'
import type { InstanceSettings } from './instance-settings.ts'
import { standaloneStrategiesOf } from './standalone-strategies.ts'

/** Whom an instance asks for an attribute. */
export type Demand = 'off' | 'optional' | 'required'

/** Whether sign-up asks for an attribute, and whether it insists. */
export function demandFor({ attributes }: Pick<InstanceSettings, 'attributes'>, name: UserAttribute): Demand {
  const { enabled, required } = attributes[name]
  if (!enabled) return 'off'
  return required ? 'required' : 'optional'
}

/** Whether people of the instance may have it at all. */
export function attributeIsAsked({ attributes }: Pick<InstanceSettings, 'attributes'>, name: UserAttribute): boolean {
  return attributes[name].enabled
}

/** The attributes one signs in with. */
export function waysIn({ attributes }: Pick<InstanceSettings, 'attributes'>): readonly IdentifierName[] {
  return IDENTIFIER_NAMES.filter((name) => attributes[name].enabled && attributes[name].usedForFirstFactor)
}

/** The strategies that the instance offers when somebody signs in. */
export function firstFactorsOf(settings: Pick<InstanceSettings, 'attributes'>): readonly StrategyName[] {
  return [...waysIn(settings).flatMap((name) => settings.attributes[name].firstFactors), ...standaloneStrategiesOf(settings)]
}

/** The strategies by which a new value of an attribute may be proven. */
export function verificationsOf({ attributes }: Pick<InstanceSettings, 'attributes'>, name: UserAttribute): readonly StrategyName[] {
  return attributes[name].enabled ? attributes[name].verifications : []
}
