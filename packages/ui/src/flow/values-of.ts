import { type Values, WIRE } from './types.ts'

/** What was typed into a form; a field it does not have is empty. */
export function valuesOf(data: FormData): Values {
  return Object.fromEntries(Object.entries(WIRE).map(([field, name]) => [field, String(data.get(name) ?? '')])) as unknown as Values
}
