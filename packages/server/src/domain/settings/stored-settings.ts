import { ATTRIBUTES, strategiesFor, USER_ATTRIBUTES, type UserAttribute } from './attributes.ts'
import { type AttributeSettings, DEFAULT_SETTINGS, type InstanceSettings, patched, type SettingsPatch } from './instance-settings.ts'

/**
 * Settings as they are stored: a document that the version before reads too, and writes back without losing what it does not know.
 * So each attribute stands under its own key, where it always did, and a strategy that is off is out of the list it was in.
 */
export type StoredSettings = { readonly [key: string]: unknown }

type StoredAttribute = Partial<Omit<AttributeSettings, 'usedForFirstFactor'>> & { readonly usedForFirstFactor?: boolean | undefined }

/** Lists as they are stored, where a newer version has put into them what this one does not know. They ride along with an attribute. */
interface Newer {
  readonly newer?: { readonly [list: string]: readonly unknown[] }
}

/** What is stored of these settings, whole or in part. */
export function toStored({ attributes = {}, ...rest }: SettingsPatch): StoredSettings {
  const stored = USER_ATTRIBUTES.flatMap((name) => {
    const attribute = attributes[name]
    return attribute === undefined ? [] : [[ATTRIBUTES[name].storedAs, toStoredAttribute(name, attribute)] as const]
  })
  return { ...rest, ...Object.fromEntries(stored) }
}

/** Fills what a stored document leaves out, so that an older row reads like a newer one. What it has beyond that is kept. */
export function fromStored(document: StoredSettings): InstanceSettings {
  const rest = { ...document }
  const attributes: { [Name in UserAttribute]?: Partial<AttributeSettings> } = {}
  for (const name of USER_ATTRIBUTES) {
    const { storedAs } = ATTRIBUTES[name]
    if (rest[storedAs] !== undefined) attributes[name] = fromStoredAttribute(name, rest[storedAs] as StoredAttribute)
    delete rest[storedAs]
  }
  return patched(DEFAULT_SETTINGS, { ...(rest as SettingsPatch), attributes })
}

function toStoredAttribute(name: UserAttribute, { newer = {}, ...attribute }: Partial<AttributeSettings> & Newer): StoredAttribute {
  const stored: { readonly [key: string]: unknown } = withoutUse(name, attribute)
  // Whoever changed such a list has chosen anew; of any other it stays what a newer version made it.
  const kept = Object.entries(newer).filter(([list, values]) => isSameList(stored[list], knownIn(name, values)))
  return { ...stored, ...Object.fromEntries(kept) }
}

function withoutUse(name: UserAttribute, attribute: Partial<AttributeSettings>): StoredAttribute {
  if (strategiesFor(name, 'first').length === 0) return attribute
  const { usedForFirstFactor: used, ...others } = attribute
  return used === false ? { ...others, firstFactors: [] } : others
}

function knownIn(name: UserAttribute, values: readonly unknown[]): readonly unknown[] {
  const known: readonly unknown[] = strategiesFor(name)
  return values.filter((one) => known.includes(one))
}

function isSameList(one: unknown, other: readonly unknown[]): boolean {
  return Array.isArray(one) && one.length === other.length && one.every((value) => other.includes(value))
}

function fromStoredAttribute(name: UserAttribute, stored: StoredAttribute): Partial<AttributeSettings> {
  const lists = Object.entries<unknown>(stored).flatMap(([list, values]) =>
    Array.isArray(values) ? [[list, values as unknown[]] as const] : [],
  )
  const newer = lists.filter(([, values]) => knownIn(name, values).length < values.length)
  const read = {
    ...stored,
    ...Object.fromEntries(lists.map(([list, values]) => [list, knownIn(name, values)])),
    ...(newer.length > 0 && { newer: Object.fromEntries(newer) }),
  } as Partial<AttributeSettings> & Newer
  const { firstFactors } = read
  if (firstFactors === undefined || strategiesFor(name, 'first').length === 0) return read
  // Where it is off, the list says so; what would be offered if it were on is what is offered by default.
  if (firstFactors.length > 0) return { ...read, usedForFirstFactor: true }
  return { ...read, usedForFirstFactor: false, firstFactors: DEFAULT_SETTINGS.attributes[name].firstFactors }
}
