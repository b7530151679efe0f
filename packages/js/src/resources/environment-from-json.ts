import type { AttributeJSON, EnvironmentJSON } from '@latchkey/protocol'
import type { AttributeSetting, Environment } from './environment.ts'

/** The settings of an instance, of all that the wire says about them, as far as components are drawn from them. */
export function environmentFromJSON(json: EnvironmentJSON): Environment {
  const { display_config: display, user_settings: settings, auth_config: auth } = json
  const { email_address: email, first_name: firstName, last_name: lastName } = settings.attributes
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
    emailAddress: {
      ...setting(email),
      firstFactors: email.first_factors,
      verifications: json.latchkey?.email_address_verifications ?? email.verifications,
    },
    firstName: setting(firstName),
    lastName: setting(lastName),
  }
}

const setting = ({ enabled, required }: AttributeJSON): AttributeSetting => ({ enabled, required })
