import type { JsonObject } from './json.ts'
import type { VerificationJSON } from './verification.ts'

/** A user as they see themself. The lists typed as empty are what the SDKs read and this version has no entries for. */
export interface UserJSON {
  readonly object: 'user'
  readonly id: string
  readonly username: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly locale: string | null
  readonly image_url: string
  readonly has_image: boolean
  /** The same as `image_url`, under the name the 2023 SDK reads. */
  readonly profile_image_url: string
  readonly primary_email_address_id: string | null
  readonly primary_phone_number_id: string | null
  readonly primary_web3_wallet_id: string | null
  readonly password_enabled: boolean
  readonly two_factor_enabled: boolean
  readonly mfa_enabled_at: number | null
  readonly mfa_disabled_at: number | null
  readonly totp_enabled: boolean
  readonly backup_code_enabled: boolean
  readonly email_addresses: readonly EmailAddressJSON[]
  readonly phone_numbers: readonly []
  readonly web3_wallets: readonly []
  readonly passkeys: readonly []
  readonly external_accounts: readonly []
  readonly saml_accounts: readonly []
  readonly enterprise_accounts: readonly []
  readonly organization_memberships: readonly []
  readonly public_metadata: JsonObject
  readonly unsafe_metadata: JsonObject
  readonly external_id: string | null
  readonly last_sign_in_at: number | null
  readonly last_active_at: number | null
  readonly banned: boolean
  readonly locked: boolean
  readonly lockout_expires_in_seconds: number | null
  readonly verification_attempts_remaining: number | null
  readonly delete_self_enabled: boolean
  readonly create_organization_enabled: boolean
  readonly legal_accepted_at: number | null
  readonly created_at: number
  /** Grows with every change: SDKs compare it to decide whether to tell their listeners. */
  readonly updated_at: number
}

/** A user as the customer's server sees them. */
export interface BackendUserJSON extends UserJSON {
  readonly private_metadata: JsonObject
}

/** The little of a user that goes along with a session. `identifier` is what a person would recognise the account by. */
export interface PublicUserDataJSON {
  readonly user_id: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly image_url: string
  readonly profile_image_url: string
  readonly has_image: boolean
  readonly identifier: string
  readonly username: string | null
}

/** Another identification (a connected account, say) that vouches for an address. */
export interface IdentificationLinkJSON {
  readonly type: string
  readonly id: string
}

/** An email address of a user. `linked_to` is never null: the 2023 SDK cannot take it. */
export interface EmailAddressJSON {
  readonly object: 'email_address'
  readonly id: string
  readonly email_address: string
  readonly reserved: boolean
  readonly verification: VerificationJSON | null
  readonly linked_to: readonly IdentificationLinkJSON[]
  readonly matches_sso_connection: boolean
  /** Unix time in milliseconds, as everywhere in resources. */
  readonly created_at: number
  readonly updated_at: number
}
