/** One thing the Backend API refused, in its own words. */
export interface LatchkeyApiErrorItem {
  readonly code: string
  readonly message: string
  readonly longMessage: string
  readonly meta: Readonly<Record<string, unknown>>
}

/**
 * The Backend API refused, could not be reached (`status` 0, code `server_unreachable`), or something else answered in its place
 * (code `answer_unreadable`). It never holds the secret key.
 */
export class LatchkeyApiError extends Error {
  override readonly name = 'LatchkeyApiError'
  /** HTTP status, 0 when there was no answer. */
  readonly status: number
  readonly errors: readonly LatchkeyApiErrorItem[]
  /** Finds the request in the server's log. */
  readonly traceId: string | null
  /** Seconds to wait, where the server said so. */
  readonly retryAfter: number | null

  constructor(of: Pick<LatchkeyApiError, 'status' | 'errors' | 'traceId' | 'retryAfter'>) {
    super(of.errors[0]?.longMessage ?? `The Latchkey server answered ${of.status}.`)
    this.status = of.status
    this.errors = of.errors
    this.traceId = of.traceId
    this.retryAfter = of.retryAfter
  }
}

/** Tells a refusal of the Backend API from any other failure. */
export function isLatchkeyApiError(error: unknown): error is LatchkeyApiError {
  return error instanceof Error && error.name === 'LatchkeyApiError'
}

/** The error that an answer which is not 2xx stands for. Whatever the body is, it never throws. */
export async function readApiError(response: Response): Promise<LatchkeyApiError> {
  const body: unknown = await response.json().catch(() => null)
  const { errors, clerk_trace_id: traceId } = isRecord(body) ? body : {}
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new LatchkeyApiError({
    status: response.status,
    errors: Array.isArray(errors) ? errors.filter(isRecord).map(itemOf) : [],
    traceId: typeof traceId === 'string' ? traceId : null,
    retryAfter: Number.isFinite(wait) ? wait : null,
  })
}

/** The error that no answer stands for. @param origin where nobody answered */
export function unreachable(origin: string): LatchkeyApiError {
  const longMessage = `The Latchkey server at ${origin} could not be reached: check that it is running.`
  return ownError(0, { code: 'server_unreachable', message: 'The server could not be reached.', longMessage })
}

/** The error that an answer stands for which says it is well and cannot be read. */
export function unreadable(origin: string, status: number): LatchkeyApiError {
  const longMessage = `${origin} answered ${status}, and not as a Latchkey server does: check the address and any proxy in between.`
  return ownError(status, { code: 'answer_unreadable', message: 'The answer could not be read.', longMessage })
}

function ownError(status: number, item: Omit<LatchkeyApiErrorItem, 'meta'>): LatchkeyApiError {
  return new LatchkeyApiError({ status, errors: [{ ...item, meta: {} }], traceId: null, retryAfter: null })
}

function itemOf(error: Readonly<Record<string, unknown>>): LatchkeyApiErrorItem {
  const message = textOf(error.message)
  return {
    code: textOf(error.code),
    message,
    longMessage: textOf(error.long_message) || message,
    meta: isRecord(error.meta) ? error.meta : {},
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
