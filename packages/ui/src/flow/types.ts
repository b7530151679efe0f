/** Signing in or signing up: the same steps with other words. */
export type Mode = 'signIn' | 'signUp'

/** What the start form asks for. */
export interface Values {
  /** When signing in, whatever one signs in with. */
  readonly emailAddress: string
  readonly username: string
  readonly firstName: string
  readonly lastName: string
}

/** What each is called in forms, in URLs and by the server. */
export const WIRE = {
  emailAddress: 'email_address',
  username: 'username',
  firstName: 'first_name',
  lastName: 'last_name',
} as const satisfies Readonly<Record<keyof Values, string>>

/** The same the other way round. */
export const FIELDS = Object.fromEntries(Object.entries(WIRE).map(([field, name]) => [name, field])) as Readonly<
  Record<string, keyof Values | undefined>
>

/** A field of a form, `code` being the one of the verify card, and `identifier` an address that may be something else as well. */
export type FieldName = keyof Values | 'code' | 'identifier'

/** How the address is proven: by a mail with a link and a code, or with a code alone. */
export type Method = 'link' | 'code'

/** The part of the URL that names the step; the start has none. */
export type Route = '' | 'verify' | 'methods' | 'continue'

/** The card on show, as `data-state` tells it. */
export type Card =
  | 'start'
  | 'loading'
  | 'verify'
  | 'expired'
  | 'exhausted'
  | 'locked'
  | 'methods'
  | 'continue'
  | 'ticket'
  | 'landing'
  | 'link-expired'
  | 'link-failed'
  | 'restricted'
  | 'signed-in'
  | 'elsewhere'
  | 'done'

/** Something to tell a person about what they tried. */
export interface Problem {
  /**
   * The server's code, or one of ours: `unreachable` (the visitor is offline), `server_unreachable` (the app's server cannot reach
   * ours), `too_fast`, `missing`, `not_an_address`, `unknown`.
   */
  readonly code: string
  /** The server's own sentence, for codes we have no words for. */
  readonly text: string | null
  /** The field it stands under; `null` for the card. */
  readonly field: FieldName | null
  /** Seconds to wait, where the server said so. */
  readonly retryAfter: number | null
  /** The session that stands in the way, for `session_exists` and its like. */
  readonly sessionId: string | null
}

/** How an attempt stands, whichever of the two it is. */
export interface Standing {
  readonly step: 'none' | 'verify' | 'continue' | 'complete'
  /** The address to prove, or what one signs in with; empty before there is one. */
  readonly address: string
  /** Where the mail went, as far as it may be shown. */
  readonly sentTo: string
  readonly method: Method
  /** Epoch milliseconds; `null` when unknown, or when what was sent is good for nothing already. */
  readonly expiresAt: number | null
  /** The session it made. */
  readonly sessionId: string | null
  /** What is missing besides the proof. */
  readonly missing: readonly (keyof Values)[]
}
