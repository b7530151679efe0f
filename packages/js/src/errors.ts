/** One thing the server refused, in its own words. */
export interface LatchkeyErrorItem {
  readonly code: string
  readonly message: string
  readonly longMessage: string
  /** The field it is about, by its wire name, such as `identifier`, `code`, `email_address`. */
  readonly paramName: string | null
  readonly meta: Readonly<Record<string, unknown>>
}

/** The server refused, or the app's own server did in its place: with code `server_unreachable` when it could not ask it. */
export class LatchkeyError extends Error {
  override readonly name = 'LatchkeyError'
  /** HTTP status. */
  declare readonly status: number
  declare readonly errors: readonly LatchkeyErrorItem[]
  declare readonly traceId: string | null
  /** Seconds to wait, where the server said so. */
  declare readonly retryAfter: number | null

  constructor(of: Pick<LatchkeyError, 'status' | 'errors' | 'traceId' | 'retryAfter'>) {
    super(of.errors[0]?.longMessage ?? `The server answered ${of.status}.`)
    Object.assign(this, of)
  }
}

/** No answer of a Latchkey server came. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  /** Something did answer, though not as a Latchkey server does: it is the app that has to be mended, not the visitor's connection. */
  declare readonly answered: boolean

  constructor(message: string, options: ErrorOptions & { readonly answered?: boolean } = {}) {
    super(message, options)
    this.answered = options.answered ?? false
  }
}

/** Tells a refusal of the server from any other failure. */
export function isLatchkeyError(error: unknown): error is LatchkeyError {
  return error instanceof Error && error.name === 'LatchkeyError'
}

/** The server refused because what was asked about is over already: a session that was ended elsewhere, for one. */
export function isGone(error: unknown): error is LatchkeyError {
  return isLatchkeyError(error) && (error.status === 401 || error.status === 404)
}
