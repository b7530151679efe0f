/** A browser or device, known by its client token. Holds sessions and the attempts in progress. */
export interface Client {
  readonly id: string
  /** SHA-256 of the token in the cookie. */
  readonly tokenHash: string
  /** The token before the last rotation, still taken until `prevUntil` for an answer that got lost. */
  readonly prevTokenHash: string | null
  readonly prevUntil: number | null
  readonly signInId: string | null
  readonly signUpId: string | null
  readonly lastActiveSessionId: string | null
  readonly createdAt: number
  /** Moves only when sessions change, because SDKs compare it with the token's `iat`. */
  readonly updatedAt: number
}
