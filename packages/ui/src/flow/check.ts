import { ownProblem } from './problem.ts'
import type { Problem, Values } from './types.ts'

/** What keeps a form from being sent: an empty field that is needed, an address without an `@`. The server judges the rest. */
export function check(values: Values, required: readonly (keyof Values)[]): Problem | null {
  const missing = required.find((field) => values[field].trim() === '')
  if (missing !== undefined) return ownProblem('missing', missing)
  const wrong = required.includes('emailAddress') && !/^[^\s@]+@[^\s@]+$/.test(values.emailAddress.trim())
  return wrong ? ownProblem('not_an_address', 'emailAddress') : null
}
