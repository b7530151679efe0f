import { isLatchkeyError } from '@latchkey/js'
import type { FieldName, Problem } from './types.ts'

const FIELD_OF: Readonly<Record<string, FieldName>> = {
  identifier: 'emailAddress',
  email_address: 'emailAddress',
  first_name: 'firstName',
  last_name: 'lastName',
  code: 'code',
}

const NOTHING = { text: null, field: null, retryAfter: null, sessionId: null } as const

/** A problem of our own, found before anything was sent. */
export const ownProblem = (code: string, field: FieldName | null = null): Problem => ({ ...NOTHING, code, field })

/** What to tell about a failed request. */
export function problemOf(error: unknown): Problem {
  if (!isLatchkeyError(error)) return ownProblem(error instanceof Error && error.name === 'UnreachableError' ? 'unreachable' : 'unknown')
  const [first] = error.errors
  if (error.status === 429) return { ...NOTHING, code: 'too_fast', retryAfter: error.retryAfter }
  if (first === undefined || error.status >= 500) return ownProblem(error.status === 502 ? 'unreachable' : 'unknown')
  const { session_id: sessionId } = first.meta
  return {
    code: first.code,
    text: first.longMessage || first.message || null,
    field: FIELD_OF[first.paramName ?? ''] ?? null,
    retryAfter: error.retryAfter,
    sessionId: typeof sessionId === 'string' ? sessionId : null,
  }
}
