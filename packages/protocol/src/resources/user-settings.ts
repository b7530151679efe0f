/** A switch with nothing but a position. */
export interface EnabledJSON {
  readonly enabled: boolean
}

/** What an instance does with one attribute of its users. */
export interface AttributeJSON {
  readonly enabled: boolean
  readonly required: boolean
  readonly immutable: boolean
  readonly used_for_first_factor: boolean
  readonly first_factors: readonly string[]
  readonly used_for_second_factor: boolean
  readonly second_factors: readonly string[]
  /** With `email_link` in it the prebuilt sign-up uses the link card and never the code card. */
  readonly verifications: readonly string[]
  readonly verify_at_sign_up: boolean
}

/** The attributes every environment lists, whether they are on or off. */
export type AttributeName =
  | 'email_address'
  | 'phone_number'
  | 'username'
  | 'web3_wallet'
  | 'first_name'
  | 'last_name'
  | 'password'
  | 'authenticator_app'
  | 'ticket'
  | 'backup_code'
  | 'passkey'

/** A social provider. The key it stands under is its strategy, `oauth_…`. */
export interface SocialJSON {
  readonly enabled: boolean
  readonly required: boolean
  readonly authenticatable: boolean
  readonly block_email_subaddresses: boolean
  readonly strategy: string
  readonly not_selectable: boolean
  readonly deprecated: boolean
  readonly name: string
  readonly logo_url: string | null
}

/** What a sign-up asks for beyond the attributes. */
export interface SignUpSettingsJSON {
  readonly captcha_enabled: boolean
  readonly captcha_widget_type: 'smart' | 'invisible'
  readonly custom_action_required: boolean
  readonly progressive: boolean
  readonly mode: 'public' | 'restricted' | 'waitlist'
  readonly legal_consent_enabled: boolean
  readonly allowlist_only: boolean
  readonly mfa: { readonly required: boolean }
}

/** Who is kept out. */
export interface RestrictionsJSON {
  readonly allowlist: EnabledJSON
  readonly blocklist: EnabledJSON
  readonly allowlist_blocklist_disabled_on_sign_in: EnabledJSON
  readonly block_email_subaddresses: EnabledJSON
  readonly block_disposable_email_domains: EnabledJSON
}

/** The rules for passwords, which the SDKs read even where passwords are off. */
export interface PasswordSettingsJSON {
  readonly disable_hibp: boolean
  readonly disable_password_reverification: boolean
  readonly min_length: number
  readonly max_length: number
  readonly require_special_char: boolean
  readonly require_numbers: boolean
  readonly require_uppercase: boolean
  readonly require_lowercase: boolean
  readonly show_zxcvbn: boolean
  readonly min_zxcvbn_strength: number
  readonly enforce_hibp_on_sign_in: boolean
  readonly allowed_special_characters: string
}

/** The rules for usernames. */
export interface UsernameSettingsJSON {
  readonly min_length: number
  readonly max_length: number
  readonly allow_extended_special_characters: boolean
  readonly allow_numeric_usernames: boolean
}

/** How the instance defends itself, as far as a page has to know. */
export interface AttackProtectionJSON {
  readonly user_lockout: { readonly enabled: boolean; readonly max_attempts: number; readonly duration_in_minutes: number }
  readonly pii: EnabledJSON
  readonly email_link: { readonly require_same_client: boolean }
  readonly enumeration_protection: EnabledJSON
}

/** How passkeys are offered. */
export interface PasskeySettingsJSON {
  readonly allow_autofill: boolean
  readonly show_sign_in_button: boolean
  readonly satisfies_second_factor: boolean
}

/** Everything about how users of an instance sign in and up. */
export interface UserSettingsJSON {
  readonly attributes: { readonly [Name in AttributeName]: AttributeJSON }
  readonly social: { readonly [strategy: string]: SocialJSON }
  readonly saml: EnabledJSON
  readonly enterprise_sso: { readonly enabled: boolean; readonly self_serve_sso: boolean }
  readonly sign_in: { readonly second_factor: { readonly required: boolean; readonly enabled: boolean } }
  readonly sign_up: SignUpSettingsJSON
  readonly restrictions: RestrictionsJSON
  readonly password_settings: PasswordSettingsJSON
  readonly username_settings: UsernameSettingsJSON
  readonly actions: {
    readonly delete_self: boolean
    readonly create_organization: boolean
    readonly create_organizations_limit: number | null
  }
  readonly attack_protection: AttackProtectionJSON
  readonly passkey_settings: PasskeySettingsJSON
}
