import type { EnvironmentJSON } from '@latchkey/protocol'
import { brandColours } from '../domain/brand.ts'
import { verificationsOf } from '../domain/settings/attribute-rules.ts'
import type { Instance } from '../domain/instance.ts'
import { authConfigJson } from './environment/auth-config-json.ts'
import { displayConfigJson } from './environment/display-config-json.ts'
import { userSettingsJson } from './environment/user-settings-json.ts'

/**
 * The public configuration of an instance, whole: the 2023 SDK has no defaults for what is left out.
 * @param facts.frontendApi the base URL of the instance's Frontend API, without a trailing slash
 */
export function environmentJson(instance: Instance, facts: { readonly frontendApi: string }): EnvironmentJSON {
  const colours = brandColours(instance.settings)
  return {
    object: 'environment',
    id: instance.id,
    auth_config: authConfigJson(instance),
    display_config: displayConfigJson(instance, facts.frontendApi),
    user_settings: userSettingsJson(instance.settings),
    organization_settings: {
      enabled: false,
      max_allowed_memberships: 5,
      force_organization_selection: false,
      actions: { admin_delete: false },
      domains: { enabled: false, enrollment_modes: [], default_role: '' },
      slug: { disabled: true },
      organization_creation_defaults: { enabled: false },
      creator_role: 'org:admin',
    },
    fraud_settings: { object: 'fraud_settings', native: { device_attestation_mode: 'disabled' } },
    commerce_settings: {
      billing: {
        stripe_publishable_key: null,
        free_trial_requires_payment_method: false,
        user: { enabled: false, has_paid_plans: false },
        organization: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: { object: 'protect_config', id: instance.id, loaders: [] },
    maintenance_mode: false,
    client_debug_mode: false,
    partitioned_cookies: false,
    latchkey: {
      email_address_verifications: verificationsOf(instance.settings, 'email_address'),
      primary_colors: colours === null ? null : { light: colours.light.primary, dark: colours.dark.primary },
    },
  }
}
