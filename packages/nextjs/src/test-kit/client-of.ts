import type { ClientJSON, EmailAddressJSON, SessionJSON, UserJSON } from '@latchkey/protocol'

/** A user of a test. What is left out has a usual value. */
export interface TestUser {
  readonly id?: string
  /** The primary one, confirmed; `null` for somebody without any. */
  readonly emailAddress?: string | null
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly imageUrl?: string
  readonly publicMetadata?: UserJSON['public_metadata']
  readonly unsafeMetadata?: UserJSON['unsafe_metadata']
}

/** The same on every run. */
const CREATED_AT = Date.UTC(2026, 0, 1)
const A_YEAR = 365 * 24 * 3_600_000

/** A browser in which this user is signed in, as the server would describe it; `null` is one in which nobody is. */
export function clientOf(user: TestUser | null): ClientJSON | null {
  if (user === null) return null
  const session = sessionOf(userOf(user))
  return {
    object: 'client',
    id: 'client_test',
    sessions: [session],
    sign_in: null,
    sign_up: null,
    last_active_session_id: session.id,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: false,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  }
}

function userOf({
  id = 'user_test',
  emailAddress = 'ada@example.com',
  firstName = 'Ada',
  lastName = 'Lovelace',
  ...more
}: TestUser): UserJSON {
  const { imageUrl = '', publicMetadata = {}, unsafeMetadata = {} } = more
  const addresses = emailAddress === null ? [] : [addressOf(emailAddress)]
  return {
    object: 'user',
    id,
    username: null,
    first_name: firstName,
    last_name: lastName,
    locale: null,
    image_url: imageUrl,
    has_image: imageUrl !== '',
    profile_image_url: imageUrl,
    primary_email_address_id: addresses[0]?.id ?? null,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: false,
    two_factor_enabled: false,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: addresses,
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    public_metadata: publicMetadata,
    unsafe_metadata: unsafeMetadata,
    external_id: null,
    last_sign_in_at: CREATED_AT,
    last_active_at: CREATED_AT,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: null,
    delete_self_enabled: true,
    create_organization_enabled: false,
    legal_accepted_at: null,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  }
}

function addressOf(address: string): EmailAddressJSON {
  const verification = {
    object: 'verification_otp',
    status: 'verified',
    strategy: 'email_code',
    attempts: 1,
    expire_at: CREATED_AT,
  } as const
  return {
    object: 'email_address',
    id: 'idn_test',
    email_address: address,
    reserved: false,
    verification,
    linked_to: [],
    matches_sso_connection: false,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  }
}

function sessionOf(user: UserJSON): SessionJSON {
  const { id: user_id, first_name, last_name, image_url, profile_image_url, has_image, username } = user
  const identifier = user.email_addresses[0]?.email_address ?? ''
  return {
    object: 'session',
    id: 'sess_test',
    status: 'active',
    expire_at: CREATED_AT + 100 * A_YEAR,
    abandon_at: CREATED_AT + 100 * A_YEAR,
    last_active_at: CREATED_AT,
    last_active_organization_id: null,
    actor: null,
    tasks: null,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    factor_verification_age: [0, -1],
    user,
    last_active_token: null,
    public_user_data: { user_id, first_name, last_name, image_url, profile_image_url, has_image, identifier, username },
  }
}
