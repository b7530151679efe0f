import type { DisplayConfigJSON } from './display-config.ts'
import type { StrategyName } from '../strategies.ts'
import type { UserSettingsJSON } from './user-settings.ts'

/** Whether an attribute is asked for, in the older and shorter form. */
export type AuthConfigAttribute = 'on' | 'off' | 'required'

/** What native apps may do. */
export interface NativeSettingsJSON {
  readonly object: 'native_settings'
  readonly api_enabled: boolean
  readonly trusted_device_sign_in_enabled: boolean
  readonly trusted_device_enrollment_prompt_after_sign_in_enabled: boolean
  readonly trusted_device_enrollment_prompt_after_sign_up_enabled: boolean
}

/** The sign-in settings in the form that predates `user_settings`, with the switches that live only here. */
export interface AuthConfigJSON {
  readonly object: 'auth_config'
  readonly id: string
  readonly first_name: AuthConfigAttribute
  readonly last_name: AuthConfigAttribute
  readonly email_address: AuthConfigAttribute
  readonly phone_number: AuthConfigAttribute
  readonly username: AuthConfigAttribute
  readonly password: AuthConfigAttribute
  readonly identification_requirements: ReadonlyArray<readonly string[]>
  readonly identification_strategies: readonly string[]
  readonly first_factors: readonly string[]
  readonly second_factors: readonly string[]
  readonly email_address_verification_strategies: readonly string[]
  /** True hides "add account", and makes a sign-in by somebody signed in a `session_exists`. */
  readonly single_session_mode: boolean
  readonly enhanced_email_deliverability: boolean
  readonly test_mode: boolean
  readonly cookieless_dev: boolean
  readonly url_based_session_syncing: boolean
  readonly claimed_at: number | null
  readonly reverification: boolean
  readonly session_minter: boolean
  readonly preferred_channels: { readonly [strategy: string]: string } | null
  readonly native_settings: NativeSettingsJSON
}

/** The settings of organizations, which the SDKs read even where organizations are off. */
export interface OrganizationSettingsJSON {
  readonly enabled: boolean
  readonly max_allowed_memberships: number
  readonly force_organization_selection: boolean
  readonly actions: { readonly admin_delete: boolean }
  readonly domains: { readonly enabled: boolean; readonly enrollment_modes: readonly string[]; readonly default_role: string }
  readonly slug: { readonly disabled: boolean }
  readonly organization_creation_defaults: { readonly enabled: boolean }
  readonly creator_role: string
}

/** The settings of billing for one kind of payer. */
export interface BillingPayerSettingsJSON {
  readonly enabled: boolean
  readonly has_paid_plans: boolean
}

/** The settings of billing. */
export interface CommerceSettingsJSON {
  readonly billing: {
    readonly stripe_publishable_key: string | null
    readonly free_trial_requires_payment_method: boolean
    readonly user: BillingPayerSettingsJSON
    readonly organization: BillingPayerSettingsJSON
  }
}

/** The public configuration of an instance, from which every prebuilt component is drawn. It travels without an envelope. */
export interface EnvironmentJSON {
  readonly object: 'environment'
  readonly id: string
  readonly auth_config: AuthConfigJSON
  readonly display_config: DisplayConfigJSON
  readonly user_settings: UserSettingsJSON
  readonly organization_settings: OrganizationSettingsJSON
  readonly fraud_settings: {
    readonly object: 'fraud_settings'
    readonly native: { readonly device_attestation_mode: 'disabled' | 'onboarding' | 'enforced' }
  }
  readonly commerce_settings: CommerceSettingsJSON
  readonly api_keys_settings: {
    readonly enabled: boolean
    readonly user_api_keys_enabled: boolean
    readonly orgs_api_keys_enabled: boolean
  }
  readonly protect_config: { readonly object: 'protect_config'; readonly id: string; readonly loaders: readonly [] }
  readonly maintenance_mode: boolean
  readonly client_debug_mode: boolean
  readonly partitioned_cookies: boolean
  /** What Latchkey says beyond the wire format it speaks; other SDKs do not look here. */
  readonly latchkey: {
    /** All ways to prove a new address. The attribute's own list leaves links out where codes are, for cards that can show only one. */
    readonly email_address_verifications: readonly StrategyName[]
    /** The color of buttons on light and on dark pages, `#rrggbb`; `null` where the instance has none. */
    readonly primary_colors?: { readonly light: string; readonly dark: string } | null
  }
}
