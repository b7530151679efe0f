/** A schema, as far as anybody here looks into it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $schema?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

const below = '#/components/schemas/'

/** What a type is called in a document: `PaginatedJSON<BackendUserJSON>` is `PaginatedBackendUser`. */
export function schemaName(type: string): string {
  return decodeURIComponent(type)
    .replaceAll('JSON', '')
    .replaceAll(/[^A-Za-z0-9]+/g, '')
}

/**
 * A schema of draft 7 as one of 2020-12, which OpenAPI 3.1 has, referring to the schemas of its document.
 * @param closed keeps that an object has no other members than those that are named
 */
export function convertSchema(schema: JsonSchema, closed: boolean): JsonSchema
export function convertSchema(value: unknown, closed: boolean): unknown
export function convertSchema(value: unknown, closed: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => convertSchema(one, closed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => converted(name, inner, closed)))
}

function converted(name: string, value: unknown, closed: boolean): readonly (readonly [string, unknown])[] {
  if (name === '$ref' && typeof value === 'string') return [[name, below + schemaName(value.replace('#/definitions/', ''))]]
  if (name === 'items' && Array.isArray(value)) return [['prefixItems', convertSchema(value, closed)]]
  if (name === 'additionalProperties' && value === false && !closed) return []
  return [[name, convertSchema(value, closed)]]
}

/** The names of all schemas that something refers to. */
export function namesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  JSON.stringify(value, (name, inner: unknown) => {
    if (name === '$ref' && typeof inner === 'string') found.add(inner.slice(below.length))
    return inner
  })
  return found
}
