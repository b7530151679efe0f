import type { BackendUserJSON, JsonObject } from '@latchkey/protocol'
import { type EmailAddress, emailAddressFromJSON } from './email-address.ts'

/** A user as your server sees them. Metadata are handed on as they are, key by key. Times are epoch milliseconds. */
export interface User {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** First and last name, `null` when there is neither. */
  readonly fullName: string | null
  readonly username: string | null
  readonly locale: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly primaryEmailAddressId: string | null
  readonly primaryEmailAddress: EmailAddress | null
  readonly emailAddresses: readonly EmailAddress[]
  readonly publicMetadata: JsonObject
  /** Only your server sees it: never hand a whole user to a client component. */
  readonly privateMetadata: JsonObject
  /** The user can change it herself. */
  readonly unsafeMetadata: JsonObject
  readonly externalId: string | null
  readonly banned: boolean
  readonly locked: boolean
  readonly lockoutExpiresInSeconds: number | null
  readonly deleteSelfEnabled: boolean
  readonly lastSignInAt: number | null
  readonly lastActiveAt: number | null
  readonly legalAcceptedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads a user. */
export function userFromJSON(json: BackendUserJSON): User {
  const emailAddresses = json.email_addresses.map(emailAddressFromJSON)
  return {
    id: json.id,
    firstName: json.first_name,
    lastName: json.last_name,
    fullName: [json.first_name, json.last_name].filter(Boolean).join(' ') || null,
    username: json.username,
    locale: json.locale,
    imageUrl: json.image_url,
    hasImage: json.has_image,
    primaryEmailAddressId: json.primary_email_address_id,
    primaryEmailAddress: emailAddresses.find(({ id }) => id === json.primary_email_address_id) ?? null,
    emailAddresses,
    publicMetadata: json.public_metadata,
    privateMetadata: json.private_metadata,
    unsafeMetadata: json.unsafe_metadata,
    externalId: json.external_id,
    banned: json.banned,
    locked: json.locked,
    lockoutExpiresInSeconds: json.lockout_expires_in_seconds,
    deleteSelfEnabled: json.delete_self_enabled,
    lastSignInAt: json.last_sign_in_at,
    lastActiveAt: json.last_active_at,
    legalAcceptedAt: json.legal_accepted_at,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}
