import type { JsonObject } from './json.ts'
import type { TokenJSON } from './token.ts'
import type { PublicUserDataJSON, UserJSON } from './user.ts'

/** Where a session is in its life. A client lists only `active` and `pending` ones. */
export type SessionStatus = 'active' | 'pending' | 'ended' | 'removed' | 'expired' | 'abandoned' | 'replaced' | 'revoked'

/** Something a signed-in user still has to do before their session counts. */
export interface SessionTaskJSON {
  readonly key: string
}

/** The device a session was last used from. What is not known of it is left out. */
export interface SessionActivityJSON {
  readonly object: 'session_activity'
  readonly id: string
  readonly device_type?: string
  readonly is_mobile: boolean
  readonly browser_name?: string
  readonly browser_version?: string
  readonly ip_address?: string
  readonly city?: string
  readonly country?: string
}

/** What every form of a session says. Times are Unix milliseconds. */
export interface SessionBaseJSON {
  readonly object: 'session'
  readonly id: string
  readonly status: SessionStatus
  readonly expire_at: number
  readonly abandon_at: number
  readonly last_active_at: number
  readonly last_active_organization_id: string | null
  /** Who acts as the user, when somebody does. */
  readonly actor: JsonObject | null
  readonly tasks: readonly SessionTaskJSON[] | null
  readonly created_at: number
  readonly updated_at: number
}

/** A session in the browser that holds it. */
export interface SessionJSON extends SessionBaseJSON {
  /** Minutes since the first and the second factor were proved; -1 for one that never was. */
  readonly factor_verification_age: readonly [first: number, second: number]
  readonly user: UserJSON
  readonly public_user_data: PublicUserDataJSON
  /** A fresh token spares the SDK its first call for one. */
  readonly last_active_token: TokenJSON | null
}

/** A session in the list of devices. */
export interface SessionWithActivityJSON extends SessionBaseJSON {
  readonly latest_activity: SessionActivityJSON
}

/** A session of the signed-in user, wherever it is, with whose it is. */
export interface MySessionJSON extends SessionWithActivityJSON {
  readonly factor_verification_age: SessionJSON['factor_verification_age']
  readonly public_user_data: PublicUserDataJSON
}

/** A session as the customer's server sees it. */
export interface BackendSessionJSON extends SessionBaseJSON {
  readonly user_id: string
  readonly client_id: string
  readonly latest_activity: SessionActivityJSON | null
}

/** Who is signed in at a browser, as the server of its application asks for it. */
export interface SessionStateJSON {
  readonly object: 'session_state'
  /** The session in use, `null` when nobody is signed in. */
  readonly session_id: string | null
  /** When the session token that comes along in a header ends, in Unix milliseconds. */
  readonly expires_at: number | null
}
