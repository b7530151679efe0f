import type { ErrorJSON } from '../errors.ts'
import type { StrategyName } from '../strategies.ts'

/** How far a proof has come. `transferable` is a finished proof of somebody who has no account yet. */
export type VerificationStatus = 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable'

/** The proof of one thing: an address of a user, the factor of a sign-in. What does not apply to a strategy is null. */
export interface VerificationJSON {
  readonly object: 'verification_otp' | 'verification_email_link' | 'verification_ticket' | 'verification_admin'
  readonly status: VerificationStatus
  /** `admin` marks what the Backend API declared verified. */
  readonly strategy: StrategyName | 'admin'
  readonly attempts: number | null
  /** Unix time in milliseconds. */
  readonly expire_at: number | null
  /** The client that finished it, so that the page can tell "this device" from another one. */
  readonly verified_at_client: string | null
  readonly nonce: string | null
  readonly message: string | null
  readonly external_verification_redirect_url: string | null
  readonly channel: string | null
  readonly error: ErrorJSON | null
}
