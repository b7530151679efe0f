import type { SignUpState } from '../domain/attempt.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import type { SignUpRequirements } from '../domain/view.ts'

/**
 * Which fields are required, optional, missing and unproven; a sign-up is complete when the last two are empty.
 * The address is required whatever the setting says: it is all one can sign in with, and a sign-up without it would never end.
 */
export function signUpRequirements(state: SignUpState, { attributes }: Pick<InstanceSettings, 'attributes'>): SignUpRequirements {
  const asked = [
    { field: 'email_address', rule: { ...attributes.email_address, required: true }, value: state.emailAddress },
    { field: 'first_name', rule: attributes.first_name, value: state.firstName },
    { field: 'last_name', rule: attributes.last_name, value: state.lastName },
  ] as const
  const enabled = asked.filter((entry) => entry.rule.enabled)
  const required = enabled.filter((entry) => entry.rule.required)
  return {
    required: required.map((entry) => entry.field),
    optional: enabled.filter((entry) => !entry.rule.required).map((entry) => entry.field),
    missing: required.filter((entry) => entry.value === null).map((entry) => entry.field),
    unverified: state.emailAddress !== null && state.emailVerifiedBy === null ? ['email_address'] : [],
  }
}
