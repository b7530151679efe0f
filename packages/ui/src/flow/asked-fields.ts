import type { Environment } from '@latchkey/js'

/** A name the sign-up form asks for. */
export interface AskedField {
  readonly field: 'firstName' | 'lastName'
  readonly required: boolean
}

/** The names to ask for. @param optional those that are not required, too */
export function askedFields(environment: Environment, optional: boolean): readonly AskedField[] {
  const all = (['firstName', 'lastName'] as const).map((field) => ({ field, ...environment[field] }))
  return all.filter(({ enabled, required }) => enabled && (required || optional)).map(({ field, required }) => ({ field, required }))
}
