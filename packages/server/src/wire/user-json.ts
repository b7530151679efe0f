import type { JsonObject, UserJSON } from '@latchkey/protocol'
import type { UserView } from '../domain/user.ts'
import { emailAddressJson } from './email-address-json.ts'
import { imageUrl } from './image-url.ts'
import { pendingEmailAddressJson } from './pending-email-address-json.ts'

/**
 * A user as she sees herself: every field the Frontend API may show, and not her private metadata.
 * @param now epoch milliseconds
 */
export function userJson(view: UserView, now: number): UserJSON {
  const { user } = view
  const image = imageUrl(view)
  return {
    object: 'user',
    id: user.id,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    image_url: image,
    has_image: false,
    profile_image_url: image,
    primary_email_address_id: user.primaries.email_address,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: false,
    two_factor_enabled: false,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: [
      ...view.identifications.map((identification) => emailAddressJson(identification)),
      ...view.pending.map((attempt) => pendingEmailAddressJson(attempt, now)),
    ],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    // Metadata came in as JSON and was stored as JSON; the domain only does not say so in its types.
    public_metadata: user.publicMetadata as JsonObject,
    unsafe_metadata: user.unsafeMetadata as JsonObject,
    external_id: user.externalId,
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    banned: user.banned,
    locked: user.lockedUntil !== null && user.lockedUntil > now,
    lockout_expires_in_seconds: lockoutSeconds(user.lockedUntil, now),
    // Wrong guesses lock an attempt and an address for a while, and nobody's account: there is nothing to count down.
    verification_attempts_remaining: null,
    delete_self_enabled: user.deleteSelfEnabled,
    create_organization_enabled: false,
    legal_accepted_at: user.legalAcceptedAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  }
}

/** Null for who is not locked, and for who is locked until somebody unlocks her. */
function lockoutSeconds(lockedUntil: number | null, now: number): number | null {
  if (lockedUntil === null || lockedUntil <= now || lockedUntil === Number.MAX_SAFE_INTEGER) return null
  return Math.ceil((lockedUntil - now) / 1000)
}
