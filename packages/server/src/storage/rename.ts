/** A patch of domain properties as a patch of columns; what is not given is left out. */
export function rename<Patch extends object, Row>(
  patch: Patch,
  columns: { readonly [Property in keyof Required<Patch>]: keyof Row & string },
): Partial<Row> {
  const renamed: { [column: string]: unknown } = {}
  for (const [property, value] of Object.entries(patch)) {
    if (value !== undefined) renamed[columns[property as keyof Patch]] = toColumn(value)
  }
  return renamed as Partial<Row>
}

function toColumn(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
