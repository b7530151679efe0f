import type { StrategyName } from '../strategies.ts'
import type { JsonObject } from './json.ts'
import type { VerificationJSON } from './verification.ts'

/** Where a sign-up is. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'

/** What the UI should do next about a field that has to be verified. Empty when nothing is left to do. */
export type SignUpNextAction = 'needs_prepare' | 'needs_attempt' | ''

/** A field before anything was sent. It carries no status and no strategy: those would tell the UI that a message is on its way. */
export interface UnpreparedSignUpVerificationJSON {
  readonly next_action: SignUpNextAction
  readonly supported_strategies: readonly StrategyName[]
}

/** A field whose verification has begun. */
export interface PreparedSignUpVerificationJSON extends VerificationJSON, UnpreparedSignUpVerificationJSON {}

/** The verification of one field of a sign-up. */
export type SignUpVerificationJSON = PreparedSignUpVerificationJSON | UnpreparedSignUpVerificationJSON

/** The verifications of a sign-up, one for each kind of identifier. */
export interface SignUpVerificationsJSON {
  readonly email_address: SignUpVerificationJSON | null
  readonly phone_number: null
  readonly web3_wallet: null
  readonly external_account: VerificationJSON | null
}

/** An attempt to sign up. */
export interface SignUpJSON {
  readonly object: 'sign_up_attempt'
  readonly id: string
  readonly status: SignUpStatus
  readonly required_fields: readonly string[]
  readonly optional_fields: readonly string[]
  readonly missing_fields: readonly string[]
  readonly unverified_fields: readonly string[]
  readonly verifications: SignUpVerificationsJSON
  readonly username: string | null
  readonly email_address: string | null
  readonly phone_number: string | null
  readonly web3_wallet: string | null
  readonly password_enabled: boolean
  /** The same as `password_enabled`, under the name newer SDKs read. */
  readonly has_password: boolean
  readonly first_name: string | null
  readonly last_name: string | null
  readonly unsafe_metadata: JsonObject
  readonly public_metadata: JsonObject
  readonly custom_action: boolean
  readonly external_id: string | null
  readonly external_account: null
  readonly external_account_strategy: null
  readonly created_session_id: string | null
  readonly created_user_id: string | null
  readonly abandon_at: number
  readonly legal_accepted_at: number | null
  readonly locale: string | null
  readonly protect_check: null
}
