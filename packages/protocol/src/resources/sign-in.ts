import type { IdentifierName } from '../attributes.ts'
import type { StrategyName } from '../strategies.ts'
import type { VerificationJSON } from './verification.ts'

/** The step a sign-in waits at. */
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'complete'
  | 'abandoned'

/** Which of a user's identifiers something is about, under `email_address_id` and the like. */
export type IdentificationIdJSON = {
  [Name in IdentifierName]: { readonly [Param in `${Name}_id`]: string }
}[IdentifierName]

/** A factor that is about an identifier, such as an email address. `safe_identifier` is what the card shows of it. */
export type IdentifierFactorJSON = IdentificationIdJSON & {
  readonly strategy: StrategyName
  readonly safe_identifier: string
  readonly primary: boolean
}

/** A factor that needs nothing but its name. */
export interface PlainFactorJSON {
  readonly strategy: StrategyName
}

/** One way to go on with a sign-in. The order of the list matters: the prebuilt UI preselects by it. */
export type SignInFactorJSON = IdentifierFactorJSON | PlainFactorJSON

/** What the card of the second step may show of the user before they are signed in. */
export interface SignInUserDataJSON {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly image_url: string
  readonly profile_image_url: string
  readonly has_image: boolean
}

/** An attempt to sign in. `first_factor_verification` is null until something was prepared: an entry means "already sent". */
export interface SignInJSON {
  readonly object: 'sign_in_attempt'
  readonly id: string
  readonly status: SignInStatus
  readonly supported_identifiers: readonly string[]
  readonly identifier: string | null
  readonly user_data: SignInUserDataJSON | null
  readonly supported_first_factors: readonly SignInFactorJSON[] | null
  readonly supported_second_factors: readonly SignInFactorJSON[] | null
  readonly first_factor_verification: VerificationJSON | null
  readonly second_factor_verification: VerificationJSON | null
  readonly created_session_id: string | null
  readonly client_trust_state: 'pending' | 'new' | 'known' | null
  readonly abandon_at: number
}
