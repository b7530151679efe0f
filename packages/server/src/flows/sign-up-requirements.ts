import { ATTRIBUTES, byIdentifier, type UserAttribute, IDENTIFIER_NAMES } from '@latchkey/protocol'
import type { SignUpState } from '../domain/attempt.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import type { SignUpRequirements } from '../domain/view.ts'

/**
 * Which fields are required, optional, missing and unproven; a sign-up is complete when the last two are empty.
 * The one identifier of an instance is required whatever the setting says: it is all one can sign in with, and a sign-up without it
 * would never end.
 */
export function signUpRequirements(state: SignUpState, { attributes }: Pick<InstanceSettings, 'attributes'>): SignUpRequirements {
  const enabled = (Object.keys(ATTRIBUTES) as UserAttribute[]).filter((name) => attributes[name].enabled)
  const identifiers = enabled.filter((name) => ATTRIBUTES[name].identifies)
  const isRequired = (name: UserAttribute) => attributes[name].required || onlyOf(identifiers) === name
  const given: { readonly [Name in UserAttribute]: string | null } = {
    ...byIdentifier((name) => state.identifiers[name]?.value ?? null),
    first_name: state.firstName,
    last_name: state.lastName,
  }
  return {
    required: enabled.filter(isRequired),
    optional: enabled.filter((name) => !isRequired(name)),
    missing: enabled.filter((name) => isRequired(name) && given[name] === null),
    unverified: IDENTIFIER_NAMES.filter((name) => state.identifiers[name] !== null && state.identifiers[name].provenBy === null),
  }
}

/** The one of a list that has no other; `null` where there are more, or none. */
export function onlyOf<One>(list: readonly One[]): One | null {
  return list.length === 1 ? list[0]! : null
}
