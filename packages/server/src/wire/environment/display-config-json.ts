import type { DisplayConfigJSON, ThemeJSON } from '@latchkey/protocol'
import { brandColours } from '../../domain/brand.ts'
import type { Instance } from '../../domain/instance.ts'

const FONT = 'ui-sans-serif, system-ui, sans-serif'

/** The 2023 SDK asks for colours here. These leave the components as they look by themselves. */
const THEME: ThemeJSON = {
  buttons: { font_color: '#ffffff', font_family: FONT, font_weight: '600' },
  general: {
    color: '#1f2937',
    padding: '1em',
    box_shadow: '0 2px 8px rgba(0, 0, 0, 0.2)',
    font_color: '#151515',
    font_family: FONT,
    border_radius: '0.5em',
    background_color: '#ffffff',
    label_font_weight: '600',
  },
  accounts: { background_color: '#ffffff' },
}

type Shown = Pick<Instance, 'id' | 'type' | 'applicationName' | 'settings'>

/**
 * Names and addresses of an instance. Pages nobody set are the hosted ones for signing in, and otherwise the root of whichever
 * app asks: SDKs resolve `/` against the app's own origin.
 * @param frontendApi base URL without a trailing slash
 */
export function displayConfigJson(instance: Shown, frontendApi: string): DisplayConfigJSON {
  const { urls, brand } = instance.settings
  const colours = brandColours(instance.settings)
  const home = urls.home ?? '/'
  const afterSignOut = urls.afterSignOut ?? home
  return {
    object: 'display_config',
    id: instance.id,
    instance_environment_type: instance.type,
    application_name: instance.applicationName,
    theme:
      colours === null
        ? THEME
        : {
            ...THEME,
            buttons: { ...THEME.buttons, font_color: colours.light.foreground },
            general: { ...THEME.general, color: colours.light.primary },
          },
    preferred_sign_in_strategy: 'otp',
    home_url: home,
    sign_in_url: urls.signIn ?? `${frontendApi}/sign-in`,
    sign_up_url: urls.signUp ?? `${frontendApi}/sign-up`,
    user_profile_url: home,
    waitlist_url: '',
    oauth_consent_url: '',
    after_sign_in_url: urls.afterSignIn ?? home,
    after_sign_up_url: urls.afterSignUp ?? home,
    after_sign_out_one_url: afterSignOut,
    after_sign_out_all_url: afterSignOut,
    after_switch_session_url: home,
    after_join_waitlist_url: home,
    organization_profile_url: home,
    create_organization_url: home,
    after_leave_organization_url: home,
    after_create_organization_url: home,
    logo_link_url: home,
    logo_url: brand.logo,
    logo_image_url: brand.logo,
    logo_image: null,
    favicon_url: null,
    favicon_image_url: null,
    favicon_image: null,
    support_email: brand.supportEmail,
    help_url: null,
    privacy_policy_url: brand.privacy,
    terms_url: brand.terms,
    branded: false,
    experimental_force_oauth_first: false,
    clerk_js_version: '6',
    show_devmode_warning: false,
    google_one_tap_client_id: null,
    captcha_public_key: null,
    captcha_widget_type: null,
    captcha_public_key_invisible: null,
    captcha_provider: 'turnstile',
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
  }
}
