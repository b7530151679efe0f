import type { ClientJSON, SessionJSON, UserJSON } from '@latchkey/protocol'

/** A user as the wire has them. */
export function userJson(of: Partial<UserJSON> = {}): UserJSON {
  return {
    object: 'user',
    id: 'user_1',
    username: null,
    first_name: 'Ada',
    last_name: null,
    locale: null,
    image_url: 'https://img.example/1',
    has_image: false,
    profile_image_url: 'https://img.example/1',
    primary_email_address_id: null,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: false,
    two_factor_enabled: false,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: [],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    public_metadata: {},
    unsafe_metadata: {},
    external_id: null,
    last_sign_in_at: 1,
    last_active_at: 1,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: null,
    delete_self_enabled: true,
    create_organization_enabled: false,
    legal_accepted_at: null,
    created_at: 1,
    updated_at: 1,
    ...of,
  }
}

/** A session as the wire has it. */
export function sessionJson(id = 'sess_1', of: Partial<SessionJSON> = {}): SessionJSON {
  const user = of.user ?? userJson()
  return {
    object: 'session',
    id,
    status: 'active',
    expire_at: 9,
    abandon_at: 9,
    last_active_at: 2,
    last_active_organization_id: null,
    actor: null,
    tasks: null,
    created_at: 1,
    updated_at: 1,
    factor_verification_age: [0, -1],
    user,
    last_active_token: null,
    public_user_data: {
      user_id: user.id,
      first_name: user.first_name,
      last_name: user.last_name,
      image_url: user.image_url,
      profile_image_url: user.image_url,
      has_image: false,
      identifier: 'ada@example.com',
      username: null,
    },
    ...of,
  }
}

/** A client as the wire has it: signed in by the first of its sessions. */
export function clientJson(sessions: readonly SessionJSON[] = [], of: Partial<ClientJSON> = {}): ClientJSON {
  return {
    object: 'client',
    id: 'client_1',
    sessions,
    sign_in: null,
    sign_up: null,
    last_active_session_id: sessions[0]?.id ?? null,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: false,
    created_at: 1,
    updated_at: 1,
    ...of,
  }
}
