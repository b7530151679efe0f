import type { VerificationJSON } from './verification.ts'

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
