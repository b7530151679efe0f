import { STRATEGIES, type StrategyName, traitsOf } from '@latchkey/protocol'

/**
 * What a user has enrolled that is asked for after the first factor. A type that this version does not know was enrolled by a newer one
 * that runs beside it, and is asked for as well: whoever cannot be asked is not let in.
 */
export function secondFactorsOf<Held extends { readonly type: string }>({
  credentials,
}: {
  readonly credentials: readonly Held[]
}): readonly Held[] {
  return credentials.filter(({ type }) => traitsOf(type)?.factors.includes('second') ?? true)
}

/** A strategy that is a second factor, and nothing else: one sets it up. */
export type SecondFactor = {
  [Name in StrategyName]: (typeof STRATEGIES)[Name] extends { readonly factors: readonly ['second'] } ? Name : never
}[StrategyName]

/** Every one of them. */
export const SECOND_FACTORS = (Object.keys(STRATEGIES) as StrategyName[]).filter((name): name is SecondFactor =>
  traitsOf(name)!.factors.every((level) => level === 'second'),
)

/** Something for every one of them. */
export function perSecondFactor<Value>(of: (name: SecondFactor) => Value): { readonly [Name in SecondFactor]: Value } {
  return Object.fromEntries(SECOND_FACTORS.map((name) => [name, of(name)])) as { [Name in SecondFactor]: Value }
}
