import { type UserAttribute, type FactorLevel, ATTRIBUTES as TRAITS, STRATEGIES, type StrategyName } from '@latchkey/protocol'

/** What the rest of the server may know of something a person can have. It reads these and never compares an attribute's name. */
export interface AttributeTraits {
  /** What people call it, in the middle of a sentence. */
  readonly label: string
  /** One identifies oneself with it, so it is somebody's alone. */
  readonly identifies: boolean
  /** Its key in the stored settings, where versions before this table looked for it. */
  readonly storedAs: string
}

/** What a person can have, and an instance can ask for. A row here makes the compiler list what else it needs. */
export const ATTRIBUTES: Readonly<Record<UserAttribute, AttributeTraits>> = {
  email_address: { label: 'email address', identifies: TRAITS.email_address.identifies, storedAs: 'emailAddress' },
  username: { label: 'username', identifies: TRAITS.username.identifies, storedAs: 'username' },
  first_name: { label: 'first name', identifies: TRAITS.first_name.identifies, storedAs: 'firstName' },
  last_name: { label: 'last name', identifies: TRAITS.last_name.identifies, storedAs: 'lastName' },
}

export type { UserAttribute }

/** Every attribute there is, in the order in which forms ask for them. */
export const USER_ATTRIBUTES = Object.keys(ATTRIBUTES) as readonly UserAttribute[]

/** Something for every attribute. */
export function perAttribute<Value>(of: (name: UserAttribute) => Value): { readonly [Name in UserAttribute]: Value } {
  return Object.fromEntries(USER_ATTRIBUTES.map((name) => [name, of(name)])) as { [Name in UserAttribute]: Value }
}

/** Can it be shown to be somebody's? What cannot, such as a name that they chose, is taken at their word, and signs nobody in by itself. */
export function isProvable(attribute: UserAttribute): boolean {
  return strategiesFor(attribute).length > 0
}

/** The strategies that prove an attribute, at a level of a sign-in if one is named. */
export function strategiesFor(attribute: UserAttribute, level?: FactorLevel): readonly StrategyName[] {
  return (Object.keys(STRATEGIES) as StrategyName[]).filter((name) => {
    const { identifier, factors }: { readonly identifier: string | null; readonly factors: readonly FactorLevel[] } = STRATEGIES[name]
    return identifier === attribute && (level === undefined || factors.includes(level))
  })
}
