import type { ErrorDefinition } from './definition.ts'

/** Why settings of an instance, or of its users, cannot be changed so. */
export const SETTINGS_ERRORS = {
  resource_invalid: {
    status: 422,
    message: 'The settings are not valid.',
    longMessage: 'One of the settings has a value that is not allowed. Correct it and try again.',
  },
  attribute_cannot_be_disabled: {
    status: 422,
    message: 'This cannot be turned off.',
    longMessage: 'Other settings depend on this. Change those first.',
  },
  attribute_cannot_be_immutable: {
    status: 422,
    message: 'This cannot be fixed.',
    longMessage: 'Users have to be able to change this. Leave it changeable.',
  },
  attribute_at_least_one_must_be_verified_at_sign_up: {
    status: 422,
    message: 'Something has to be verified at sign-up.',
    longMessage: 'A sign-up has to prove at least one address or number. Turn verification on for one.',
  },
  attribute_must_be_required_if_enabled: {
    status: 422,
    message: 'This has to be required.',
    longMessage: 'This can be turned on only as a required field. Make it required.',
  },
  need_at_least_one_mfa_strategy_enabled: {
    status: 422,
    message: 'A second step has to be chosen.',
    longMessage: 'A second step is demanded and none is turned on. Turn at least one on.',
  },
  production_instance_exists: {
    status: 400,
    message: 'There is a production instance.',
    longMessage: 'The application already has a production instance. Use that one.',
  },
  instance_type_invalid: {
    status: 400,
    message: 'The type of the instance does not allow this.',
    longMessage: 'This is not possible in an instance of this type. Use a development instance.',
  },
  not_live: {
    status: 400,
    message: 'The instance is not live.',
    longMessage: 'This is possible only in a production instance. Make one first.',
  },
  development_instance_missing: {
    status: 400,
    message: 'There is no development instance.',
    longMessage: 'The application has no development instance. Make one first.',
  },
  breaks_instance_invariant: {
    status: 400,
    message: 'The settings would contradict each other.',
    longMessage: 'With this change the settings of the instance would not fit together. Change the others first.',
  },
  active_production_instance_deletion_not_allowed: {
    status: 400,
    message: 'The production instance is in use.',
    longMessage: 'A production instance that is in use cannot be deleted. Take it out of use first.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
