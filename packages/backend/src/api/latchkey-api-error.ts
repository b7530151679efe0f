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
