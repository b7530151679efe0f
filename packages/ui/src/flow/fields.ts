import type { Environment } from '@latchkey/js'
import { type Values, WIRE } from './types.ts'

/** What the sign-up form asks for besides the address. */
export interface AskedField {
  readonly field: 'firstName' | 'lastName' | 'username'
  readonly required: boolean
}

/** What to ask for besides the address. @param optional those that are not required, too */
export function askedFields(environment: Environment, optional: boolean): readonly AskedField[] {
  const all = (['firstName', 'lastName', 'username'] as const).map((field) => ({ field, ...environment[field] }))
  return all.filter(({ enabled, required }) => enabled && (required || optional)).map(({ field, required }) => ({ field, required }))
}

/** What was typed into a form; a field it does not have is empty. */
export function valuesOf(data: FormData): Values {
  return Object.fromEntries(Object.entries(WIRE).map(([field, name]) => [field, String(data.get(name) ?? '')])) as unknown as Values
}
