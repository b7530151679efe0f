/** How a message reaches a person. More channels of one strategy (SMS, WhatsApp) are more entries, never more strategies. */
export type Channel = 'email'

/** What shared code may know of something a person can have. It reads these and never compares an attribute's name. */
export interface AttributeTraits {
  /** It names one person of an instance: one signs in with it, and nobody else can have it. */
  readonly identifies: boolean
}

/** Everything a person can have, under its wire name, in the order in which forms ask for it. */
export const ATTRIBUTES = {
  email_address: { identifies: true },
  username: { identifies: true },
  first_name: { identifies: false },
  last_name: { identifies: false },
} as const satisfies Readonly<Record<string, AttributeTraits>>

/** The name of an attribute, as it travels on the wire. */
export type UserAttribute = keyof typeof ATTRIBUTES

/** What one identifies oneself with. */
export type IdentifierName = {
  [Name in UserAttribute]: (typeof ATTRIBUTES)[Name]['identifies'] extends true ? Name : never
}[UserAttribute]

/** Every attribute that identifies, in the order of {@link ATTRIBUTES}. */
export const IDENTIFIER_NAMES = (Object.keys(ATTRIBUTES) as UserAttribute[]).filter(
  (name): name is IdentifierName => ATTRIBUTES[name].identifies,
)

/** A value for every identifier there is, made from its name. */
export function byIdentifier<Value>(valueOf: (name: IdentifierName) => Value): Readonly<Record<IdentifierName, Value>> {
  return Object.fromEntries(IDENTIFIER_NAMES.map((name) => [name, valueOf(name)])) as Record<IdentifierName, Value>
}
