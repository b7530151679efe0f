import type { IdentifierName } from '../attributes.ts'
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

/** Identifiers that a reader of a sign-up finds in it whether anybody can have them or not. */
type AbsentIdentifier = Exclude<'phone_number' | 'web3_wallet', IdentifierName>

/** The verifications of a sign-up, one for each kind of identifier, and one for an account elsewhere. */
export type SignUpVerificationsJSON = {
  readonly [Name in IdentifierName]: SignUpVerificationJSON | null
} & { readonly [Name in AbsentIdentifier]: null } & { readonly external_account: VerificationJSON | null }

/** What somebody who signs up says they are, by identifier. */
type SignUpIdentifiersJSON = { readonly [Name in IdentifierName]: string | null } & { readonly [Name in AbsentIdentifier]: null }

/** An attempt to sign up. */
export interface SignUpJSON extends SignUpIdentifiersJSON {
  readonly object: 'sign_up_attempt'
  readonly id: string
  readonly status: SignUpStatus
  readonly required_fields: readonly string[]
  readonly optional_fields: readonly string[]
  readonly missing_fields: readonly string[]
  readonly unverified_fields: readonly string[]
  readonly verifications: SignUpVerificationsJSON
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
