import { type ClientJSON, ERRORS, type ErrorsJSON } from '@latchkey/protocol'
import type { Refusal } from '../domain/refusal.ts'

/**
 * The body of a refused request, with the words of the error table; a limit says when to try again.
 * @param client the client as it is now, where the browser needs it to understand the refusal (`session_exists`)
 */
export function refusalJson(refusal: Pick<Refusal, 'code' | 'detail'>, traceId: string, client: ClientJSON | null = null): ErrorsJSON {
  const { param, meta, retryAfter } = refusal.detail
  const { status, message, longMessage } = ERRORS[refusal.code]
  const waiting = status === 429 && retryAfter !== undefined
  const entry = { code: refusal.code, message, long_message: waiting ? `${message} Try again in ${spokenWait(retryAfter)}.` : longMessage }
  const facts = { ...meta, ...(param === undefined ? {} : { param_name: param }) }
  return {
    errors: [Object.keys(facts).length === 0 ? entry : { ...entry, meta: facts }],
    clerk_trace_id: traceId,
    ...(client === null ? {} : { meta: { client } }),
  }
}

/** When to try again, in a person's units, rounded up so that nobody comes too early: `8 seconds`, `2 minutes`, `5 hours`. */
export function spokenWait(seconds: number): string {
  if (seconds < 90) return counted(Math.max(1, Math.ceil(seconds)), 'second')
  if (seconds < 90 * 60) return counted(Math.ceil(seconds / 60), 'minute')
  return counted(Math.ceil(seconds / 3600), 'hour')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
