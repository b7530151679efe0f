import type { AuthConfigAttribute, AuthConfigJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import type { AttributeSettings } from '../../domain/settings.ts'
import { shownVerifications } from './shown-verifications.ts'

/** How one signs in, in the older and shorter form. */
export function authConfigJson(instance: Pick<Instance, 'id' | 'type' | 'settings'>): AuthConfigJSON {
  const { settings } = instance
  return {
    object: 'auth_config',
    id: instance.id,
    first_name: attribute(settings.firstName),
    last_name: attribute(settings.lastName),
    email_address: attribute(settings.emailAddress),
    phone_number: 'off',
    username: 'off',
    password: 'off',
    identification_requirements: [['email_address']],
    identification_strategies: ['email_address'],
    first_factors: settings.emailAddress.firstFactors,
    second_factors: [],
    email_address_verification_strategies: shownVerifications(settings),
    single_session_mode: settings.session.single,
    enhanced_email_deliverability: false,
    test_mode: instance.type === 'development' && settings.testMode,
    // A development browser is told by its cookie on the server's host, never by a value in an app's URLs.
    cookieless_dev: false,
    url_based_session_syncing: false,
    claimed_at: null,
    reverification: false,
    session_minter: false,
    preferred_channels: null,
    native_settings: {
      object: 'native_settings',
      api_enabled: false,
      trusted_device_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_up_enabled: false,
    },
  }
}

function attribute(settings: AttributeSettings): AuthConfigAttribute {
  if (!settings.enabled) return 'off'
  return settings.required ? 'required' : 'on'
}
