import type { AuthConfigAttribute, AuthConfigJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { SECOND_FACTORS } from '../../domain/second-factors.ts'
import { type Demand, demandFor, firstFactorsOf, waysIn } from '../../domain/settings/attribute-rules.ts'
import { perAttribute, type UserAttribute } from '../../domain/settings/attributes.ts'
import { shownVerifications } from './shown-verifications.ts'

/** What users cannot have yet. One that they can have by now does not compile here. */
const ABSENT: { readonly [Name in Exclude<'phone_number' | 'password', UserAttribute>]: 'off' } = {
  phone_number: 'off',
  password: 'off',
}

/** How one signs in, in the older and shorter form. */
export function authConfigJson(instance: Pick<Instance, 'id' | 'type' | 'settings'>): AuthConfigJSON {
  const { settings } = instance
  return {
    object: 'auth_config',
    id: instance.id,
    ...ABSENT,
    ...perAttribute((name) => shown[demandFor(settings, name)]),
    identification_requirements: waysIn(settings).map((name) => [name]),
    identification_strategies: waysIn(settings),
    first_factors: firstFactorsOf(settings),
    second_factors: SECOND_FACTORS.filter((name) => settings.secondFactor[name]),
    email_address_verification_strategies: shownVerifications(settings, 'email_address'),
    single_session_mode: settings.session.single,
    enhanced_email_deliverability: false,
    test_mode: instance.type === 'development' && settings.testMode,
    // A development browser is told by its cookie on the server's host, never by a value in an app's URLs.
    cookieless_dev: false,
    url_based_session_syncing: false,
    claimed_at: null,
    reverification: settings.reverification,
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

const shown: Readonly<Record<Demand, AuthConfigAttribute>> = { off: 'off', optional: 'on', required: 'required' }
