type Known<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], null> }

/** The fields that have a value, for a resource whose readers expect a text or nothing. */
export function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<Fields>
}
