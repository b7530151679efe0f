import type { ErrorDefinition } from './definition.ts'

/** Why an email address, phone number or other identifier cannot be added, changed or removed. */
export const IDENTIFICATION_ERRORS = {
  identification_deletion_failed: {
    status: 400,
    message: 'This cannot be removed.',
    longMessage: 'This is still needed by your account. Add another one first.',
  },
  last_required_identification_deletion_failed: {
    status: 400,
    message: 'You can’t remove your last one.',
    longMessage: 'Your account needs at least one of these. Add another one first.',
  },
  identification_update_failed: {
    status: 400,
    message: 'This cannot be changed.',
    longMessage: 'This cannot be changed as it is now. Verify it first, then try again.',
  },
  identification_update_second_factor_unverified: {
    status: 400,
    message: 'Verify it first.',
    longMessage: 'Only something verified can be a second step. Verify it and try again.',
  },
  identification_create_second_factor_unverified: {
    status: 400,
    message: 'Verify it first.',
    longMessage: 'Only something verified can be made a second step. Mark it as verified or leave out the second step.',
  },
  too_many_unverified_identifications: {
    status: 400,
    message: 'Too many are waiting to be verified.',
    longMessage: 'Several of these are not verified yet. Verify or remove one of them first.',
  },
  primary_identification_not_found: {
    status: 404,
    message: 'There is no primary one.',
    longMessage: 'The account has no primary address or number of this kind. Choose one first.',
  },
  second_factor_deletion_not_allowed: {
    status: 400,
    message: 'The second step cannot be removed.',
    longMessage: 'This application asks for a second step. Set up another one first.',
  },
  immutable_attribute_modification_not_allowed: {
    status: 403,
    message: 'This cannot be changed.',
    longMessage: 'This was fixed when the account was made. Contact support.',
  },
  oauth_connection_blocked_by_immutable_attribute: {
    status: 403,
    message: 'This account cannot be connected.',
    longMessage: 'Connecting it would change something that is fixed. Contact support.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
