/** The look of an instance as the 2023 SDK reads it. Newer SDKs have their own themes. */
export interface ThemeJSON {
  readonly buttons: { readonly font_color: string; readonly font_family: string; readonly font_weight: string }
  readonly general: {
    readonly color: string
    readonly padding: string
    readonly box_shadow: string
    readonly font_color: string
    readonly font_family: string
    readonly border_radius: string
    readonly background_color: string
    readonly label_font_weight: string
  }
  readonly accounts: { readonly background_color: string }
}

/** Names, addresses of pages and pictures of an instance. */
export interface DisplayConfigJSON {
  readonly object: 'display_config'
  readonly id: string
  readonly instance_environment_type: 'development' | 'production'
  readonly application_name: string
  readonly theme: ThemeJSON
  readonly preferred_sign_in_strategy: 'password' | 'otp'
  readonly home_url: string
  readonly sign_in_url: string
  readonly sign_up_url: string
  readonly user_profile_url: string
  readonly waitlist_url: string
  readonly oauth_consent_url: string
  readonly after_sign_in_url: string
  readonly after_sign_up_url: string
  readonly after_sign_out_one_url: string
  readonly after_sign_out_all_url: string
  readonly after_switch_session_url: string
  readonly after_join_waitlist_url: string
  readonly organization_profile_url: string
  readonly create_organization_url: string
  readonly after_leave_organization_url: string
  readonly after_create_organization_url: string
  readonly logo_link_url: string
  readonly logo_url: string | null
  readonly logo_image_url: string | null
  readonly logo_image: null
  readonly favicon_url: string | null
  readonly favicon_image_url: string | null
  readonly favicon_image: null
  readonly support_email: string | null
  readonly help_url: string | null
  readonly privacy_policy_url: string | null
  readonly terms_url: string | null
  readonly branded: boolean
  readonly experimental_force_oauth_first: boolean
  readonly clerk_js_version: string | null
  /** True shows the orange development badge. */
  readonly show_devmode_warning: boolean
  readonly google_one_tap_client_id: string | null
  readonly captcha_public_key: string | null
  readonly captcha_widget_type: 'smart' | 'invisible' | null
  readonly captcha_public_key_invisible: string | null
  readonly captcha_provider: 'turnstile' | null
  readonly captcha_oauth_bypass: readonly string[]
  readonly captcha_heartbeat: boolean
}
