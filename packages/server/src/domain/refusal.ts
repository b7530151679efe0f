import type { ErrorCode } from '@latchkey/protocol'

/** What a refusal tells besides its code. */
export interface RefusalDetail {
  /** The request parameter at fault, in its wire name; it decides which field turns red. */
  readonly param?: string
  /** Further facts for `meta`, such as `session_id`. */
  readonly meta?: { readonly [key: string]: unknown }
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfter?: number
}

/** The one expected exception: turned into the wire's error body by one middleware. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly detail: RefusalDetail

  constructor(code: ErrorCode, detail: RefusalDetail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
}
