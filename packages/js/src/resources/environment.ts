import type { AttributeJSON, EnvironmentJSON } from '@latchkey/protocol'

/** An attribute that a sign-up may ask for. */
export interface AttributeSetting {
  readonly enabled: boolean
  readonly required: boolean
}

/** The settings of an instance, as far as components are drawn from them. */
export interface Environment {
  readonly applicationName: string
  readonly instanceType: 'development' | 'production'
  readonly logoUrl: string | null
  readonly homeUrl: string | null
  readonly termsUrl: string | null
  readonly privacyUrl: string | null
  readonly supportEmail: string | null
  /** The color of buttons on light and on dark pages; `null` where the instance has none. */
  readonly primaryColors: { readonly light: string; readonly dark: string } | null
  readonly singleSession: boolean
  readonly signUpMode: 'public' | 'restricted' | 'waitlist'
  readonly deleteSelf: boolean
  /** What one may sign in with, under its wire name. */
  readonly identifiers: readonly string[]
  readonly emailAddress: AttributeSetting & {
    /** Strategies offered when signing in, such as `email_code`, `email_link`. */
    readonly firstFactors: readonly string[]
    /** Strategies that prove a new address. */
    readonly verifications: readonly string[]
  }
  readonly username: AttributeSetting
  readonly firstName: AttributeSetting
  readonly lastName: AttributeSetting
}

/** The settings of an instance, of all that the wire says about them, as far as components are drawn from them. */
export function environmentFromJSON(json: EnvironmentJSON): Environment {
  const { display_config: display, user_settings: settings, auth_config: auth } = json
  const { email_address: email, username, first_name: firstName, last_name: lastName } = settings.attributes
  return {
    applicationName: display.application_name,
    instanceType: display.instance_environment_type,
    logoUrl: display.logo_image_url || display.logo_url || null,
    homeUrl: display.home_url || null,
    termsUrl: display.terms_url || null,
    privacyUrl: display.privacy_policy_url || null,
    supportEmail: display.support_email || null,
    primaryColors: json.latchkey?.primary_colors ?? null,
    singleSession: auth.single_session_mode,
    signUpMode: settings.sign_up.mode,
    deleteSelf: settings.actions.delete_self,
    identifiers: auth.identification_strategies,
    emailAddress: {
      ...setting(email),
      firstFactors: email.first_factors,
      verifications: json.latchkey?.email_address_verifications ?? email.verifications,
    },
    username: setting(username),
    firstName: setting(firstName),
    lastName: setting(lastName),
  }
}

const setting = ({ enabled, required }: AttributeJSON): AttributeSetting => ({ enabled, required })

/** The settings of a new instance: what a form is drawn from until its own are known. It has no name. */
export const DEFAULT_ENVIRONMENT: Environment = {
  applicationName: '',
  instanceType: 'production',
  logoUrl: null,
  homeUrl: null,
  termsUrl: null,
  privacyUrl: null,
  supportEmail: null,
  primaryColors: null,
  singleSession: true,
  signUpMode: 'public',
  deleteSelf: true,
  identifiers: ['email_address'],
  emailAddress: { enabled: true, required: true, firstFactors: ['email_code', 'email_link'], verifications: ['email_code', 'email_link'] },
  username: { enabled: false, required: false },
  firstName: { enabled: true, required: false },
  lastName: { enabled: true, required: false },
}
