import type { StrategyName } from '../strategies.ts'

/** How far a proof has come. `transferable` is a finished proof of somebody who has no account yet. */
export type VerificationStatus = 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable'

/** The proof of one thing: an address of a user, the factor of a sign-in. What does not apply to a strategy is left out. */
export interface VerificationJSON {
  readonly object:
    | 'verification_otp'
    | 'verification_email_link'
    | 'verification_oauth'
    | 'verification_passkey'
    | 'verification_ticket'
    | 'verification_admin'
  readonly status: VerificationStatus
  /** `admin` marks what the Backend API declared verified. */
  readonly strategy: StrategyName | 'admin'
  readonly attempts: number | null
  /** Unix time in milliseconds. `null` only for what the Backend API declared verified. */
  readonly expire_at: number | null
  /** What the browser has to answer to, such as the options of a passkey. */
  readonly nonce?: string
  /** Where the browser goes to prove it elsewhere. */
  readonly external_verification_redirect_url?: string
  /** The client that finished it, so that the page can tell "this device" from another one. Left out until then. */
  readonly verified_at_client?: string
}
