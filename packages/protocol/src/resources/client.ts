import type { BackendSessionJSON, SessionJSON } from './session.ts'
import type { SignInJSON } from './sign-in.ts'
import type { SignUpJSON } from './sign-up.ts'

/** One browser or app: its sessions and what it is in the middle of. */
export interface ClientJSON {
  readonly object: 'client'
  readonly id: string
  readonly sessions: readonly SessionJSON[]
  /** The current attempt, kept over a reload and, once complete, until sign-out. */
  readonly sign_in: SignInJSON | null
  readonly sign_up: SignUpJSON | null
  readonly last_active_session_id: string | null
  readonly last_authentication_strategy: string | null
  /** Null, or more than eight days away: otherwise the SDK goes round by a redirect to renew the cookie. */
  readonly cookie_expires_at: number | null
  readonly captcha_bypass: boolean
  readonly created_at: number
  /** Moves only when a new token goes out with the same answer: a token older than it sends the SDK into a handshake. */
  readonly updated_at: number
}

/** A client as the customer's server sees it. */
export interface BackendClientJSON {
  readonly object: 'client'
  readonly id: string
  readonly session_ids: readonly string[]
  readonly sessions: readonly BackendSessionJSON[]
  readonly sign_in_id: string | null
  readonly sign_up_id: string | null
  readonly last_active_session_id: string | null
  readonly last_authentication_strategy: string | null
  readonly created_at: number
  readonly updated_at: number
}
