import type { ClientJSON, Envelope, ErrorJSON, ErrorsJSON } from '@latchkey/protocol'
import { LatchkeyError, type LatchkeyErrorItem, UnreachableError } from '../errors.ts'

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number
  /** The header `Retry-After`. */
  readonly retryAfter: string | null
  readonly text: string
}

/** What an answer comes to. `client` is the browser's client as it is now; `undefined` when the answer does not say. */
export type Verdict =
  | { readonly response: unknown; readonly error: null; readonly client: ClientJSON | null | undefined }
  | { readonly error: LatchkeyError | UnreachableError; readonly client: ClientJSON | undefined }

/**
 * Judges an answer.
 * @param base what requests begin with: a path of the app, whose server should have passed them on, or the server's own URL
 */
export function readAnswer({ status, retryAfter, text }: RawAnswer, base: string): Verdict {
  const body = parse(text)
  if (status < 400 && body !== undefined) return success(body)
  const errors = (body as Partial<ErrorsJSON> | null | undefined)?.errors
  // Our middleware answers in this shape too when it cannot reach the server, and says so by the code.
  if (Array.isArray(errors)) return refusal(status, retryAfter, body as ErrorsJSON)
  if (status === 502 || status === 504) return unreachable('The Latchkey server is not reachable.')
  if (status >= 500) return unreachable(`The server answered ${status}.`)
  return unreachable(base.startsWith('/') ? notForwarded(base) : `${base} answers, but not as a Latchkey server does: check the base URL.`)
}

function success(body: unknown): Verdict {
  const enveloped = isObject(body) && 'response' in body && 'client' in body
  return { response: body, client: undefined, ...(enveloped && (body as unknown as Envelope<unknown>)), error: null }
}

function refusal(status: number, retryAfter: string | null, body: ErrorsJSON): Verdict {
  const seconds = Number(`${retryAfter}`)
  const error = new LatchkeyError({
    status,
    errors: body.errors.map(item),
    traceId: body.clerk_trace_id ?? null,
    retryAfter: Number.isFinite(seconds) ? seconds : null,
  })
  return { error, client: (body.meta?.client as ClientJSON | null | undefined) ?? undefined }
}

function item({ code, message, long_message: longMessage, meta = {} }: ErrorJSON): LatchkeyErrorItem {
  return { code, message, longMessage, paramName: meta.param_name ?? null, meta }
}

const unreachable = (message: string): Verdict => ({ error: new UnreachableError(message, { answered: true }), client: undefined })

function notForwarded(base: string): string {
  // Matchers do not say the base path of an app that has one.
  const path = base.slice(base.lastIndexOf('/'))
  return (
    `Nothing passes ${base}/v1 on to the Latchkey server, since the matcher of the app's middleware leaves ${path} out: add ` +
    `'${path}/:path*' to it.`
  )
}

/** JSON, or `undefined` for what is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
