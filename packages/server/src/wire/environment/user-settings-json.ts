import type { AttributeJSON, AttributeName, UserSettingsJSON } from '@latchkey/protocol'
import { LIMITS } from '../../domain/limits.ts'
import { SECOND_FACTORS } from '../../domain/second-factors.ts'
import { SAID_OF_FACTORS } from '../../domain/settings/second-factor-rows.ts'
import { perAttribute, type UserAttribute } from '../../domain/settings/attributes.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import { shownVerifications } from './shown-verifications.ts'

const OFF: AttributeJSON = {
  enabled: false,
  required: false,
  immutable: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
}

type SecondFactorAttribute = NonNullable<(typeof SAID_OF_FACTORS)[keyof typeof SAID_OF_FACTORS]['attribute']>

/** What users cannot have yet. One that they can have by now does not compile here. */
const ABSENT: { readonly [Name in Exclude<AttributeName, UserAttribute | SecondFactorAttribute>]: AttributeJSON } = {
  phone_number: OFF,
  web3_wallet: OFF,
  password: OFF,
  ticket: OFF,
  passkey: OFF,
}

/** What people may set up as a second factor, where components know it as an attribute. */
function secondFactorAttributes(settings: InstanceSettings): Readonly<Record<SecondFactorAttribute, AttributeJSON>> {
  const shown = SECOND_FACTORS.flatMap((name) => {
    const { attribute } = SAID_OF_FACTORS[name]
    const enabled = settings.secondFactor[name]
    const used = { enabled, used_for_second_factor: enabled, second_factors: enabled ? [name] : [], verifications: enabled ? [name] : [] }
    return attribute === null ? [] : [[attribute, { ...OFF, ...used }]]
  })
  return Object.fromEntries(shown) as Readonly<Record<SecondFactorAttribute, AttributeJSON>>
}

/** How users of an instance sign in and up; what this version does not have is said to be off. */
export function userSettingsJson(settings: InstanceSettings): UserSettingsJSON {
  return {
    attributes: { ...ABSENT, ...secondFactorAttributes(settings), ...perAttribute((name) => attribute(settings, name)) },
    social: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false, self_serve_sso: false },
    sign_in: { second_factor: { required: false, enabled: SECOND_FACTORS.some((name) => settings.secondFactor[name]) } },
    sign_up: {
      captcha_enabled: false,
      captcha_widget_type: 'invisible',
      custom_action_required: false,
      progressive: true,
      mode: settings.signUpMode,
      legal_consent_enabled: false,
      allowlist_only: false,
      mfa: { required: false },
    },
    restrictions: {
      allowlist: { enabled: false },
      blocklist: { enabled: false },
      allowlist_blocklist_disabled_on_sign_in: { enabled: false },
      block_email_subaddresses: { enabled: false },
      block_disposable_email_domains: { enabled: false },
    },
    password_settings: {
      disable_hibp: true,
      disable_password_reverification: true,
      min_length: 8,
      max_length: 72,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
      enforce_hibp_on_sign_in: false,
      allowed_special_characters: '',
    },
    username_settings: { min_length: 4, max_length: 64, allow_extended_special_characters: false, allow_numeric_usernames: false },
    actions: { delete_self: settings.deleteSelf, create_organization: false, create_organizations_limit: null },
    attack_protection: {
      user_lockout: {
        enabled: true,
        max_attempts: LIMITS.guessesPerTarget.max,
        duration_in_minutes: LIMITS.guessesPerTarget.windowMs / 60_000,
      },
      pii: { enabled: true },
      email_link: { require_same_client: true },
      enumeration_protection: { enabled: false },
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false, satisfies_second_factor: false },
  }
}

function attribute(settings: Pick<InstanceSettings, 'attributes'>, name: UserAttribute): AttributeJSON {
  const { enabled, ...set } = settings.attributes[name]
  if (!enabled) return OFF
  return {
    enabled,
    required: set.required,
    immutable: false,
    used_for_first_factor: set.usedForFirstFactor,
    first_factors: set.usedForFirstFactor ? set.firstFactors : [],
    used_for_second_factor: set.usedForSecondFactor,
    second_factors: set.usedForSecondFactor ? set.secondFactors : [],
    verifications: shownVerifications(settings, name),
    verify_at_sign_up: set.verifyAtSignUp,
  }
}
