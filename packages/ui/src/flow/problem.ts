import { isLatchkeyError, type UnreachableError } from '@latchkey/js'
import type { CardWords } from '@latchkey/words'
import { type FieldName, FIELDS, type Problem, type Values } from './types.ts'

const FIELD_OF: Readonly<Record<string, FieldName | undefined>> = { ...FIELDS, identifier: 'emailAddress', code: 'code' }

/** Refusals about how the app is set up, which no visitor can mend and no visitor should read. */
const SET_UP = /^(?:host|origin|proxy)_/

/** What the app's own server says when it could not ask ours. */
const AWAY = 'server_unreachable'

/** What is refused when what was begun is over, and only beginning anew helps. */
export const OVER = 'resource_not_found'

const NOTHING = { text: null, field: null, retryAfter: null, sessionId: null } as const

/** A problem of our own, found before anything was sent. */
export const ownProblem = (code: string, field: FieldName | null = null): Problem => ({ ...NOTHING, code, field })

/** Nothing is known of what was asked about: it is over, or it was begun by a browser that does not keep its cookie. */
export const isOver = (error: unknown): boolean => isLatchkeyError(error) && (error.status === 401 || error.status === 404)

/** What to tell about a failed request. */
export function problemOf(error: unknown): Problem {
  // It may be another copy's class; what only it has is as good.
  if (!isLatchkeyError(error)) return ownProblem((error as UnreachableError | null)?.answered === false ? 'unreachable' : 'unknown')
  const [first] = error.errors
  if (error.status === 429) return { ...NOTHING, code: 'too_fast', retryAfter: error.retryAfter }
  if (first === undefined || error.status >= 500 || SET_UP.test(first.code)) return ownProblem(first?.code === AWAY ? AWAY : 'unknown')
  const { session_id: sessionId } = first.meta
  return {
    code: first.code,
    text: first.longMessage || first.message || null,
    field: FIELD_OF[first.paramName ?? ''] ?? null,
    retryAfter: error.retryAfter,
    sessionId: typeof sessionId === 'string' ? sessionId : null,
  }
}

/** What to tell when nobody could be asked who is signed in. A refusal of that is no visitor's doing, whatever it says. */
export function outageOf(failure: unknown): Problem {
  const problem = problemOf(failure)
  return problem.text === null ? problem : ownProblem('unknown')
}

/**
 * What keeps a form from being sent: an empty field that is needed, an address without an `@`. The server judges the rest.
 * @param anyIdentifier other things than an address may stand in its field
 */
export function check(values: Values, required: readonly (keyof Values)[], anyIdentifier = false): Problem | null {
  const missing = required.find((field) => values[field].trim() === '')
  if (missing !== undefined) return ownProblem('missing', missing)
  const wrong = !anyIdentifier && required.includes('emailAddress') && !/^[^\s@]+@[^\s@]+$/.test(values.emailAddress.trim())
  return wrong ? ownProblem('not_an_address', 'emailAddress') : null
}

/** A problem in words: ours where we have some, the server's otherwise. */
export function sentenceOf({ code, text, field, retryAfter }: Problem, words: CardWords): string {
  if (code === 'too_fast') return words.tooFast(retryAfter)
  const errors: Readonly<Record<string, string>> = words.errors
  return errors[`${code}.${field}`] ?? errors[code] ?? text ?? words.unknownError
}
