/** A browser or device, known by its client token. Holds sessions and the attempts in progress. */
export interface Client {
  readonly id: string
  /** SHA-256 of the token in the cookie. */
  readonly tokenHash: string
  /** The token before the last rotation, with which one may read until `prevUntil`: requests are under way when a token is replaced. */
  readonly prevTokenHash: string | null
  readonly prevUntil: number | null
  /** The last rotation brought a session. Whoever planted the token before it must not see that session, not even for a moment. */
  readonly prevOutgrown: boolean
  readonly signInId: string | null
  readonly signUpId: string | null
  readonly lastActiveSessionId: string | null
  readonly createdAt: number
  /** Moves only when sessions change, because SDKs compare it with the token's `iat`. */
  readonly updatedAt: number
}

/**
 * What a client token is to its client. `current` may do everything. `previous` was replaced a moment ago, when a session went away: it
 * reads. `outgrown` was replaced a moment ago by a sign-in: it sees what it would have seen before. `replayed` comes back long after.
 */
export type ClientProof = 'current' | 'previous' | 'outgrown' | 'replayed'
