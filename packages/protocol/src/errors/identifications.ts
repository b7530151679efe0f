import type { ErrorDefinition } from './definition.ts'

/** Why an email address, phone number or other identifier cannot be added, changed or removed. */
export const IDENTIFICATION_ERRORS = {
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
  too_many_unverified_identifications: {
    status: 400,
    message: 'Too many are waiting to be verified.',
    longMessage: 'Several of these are not verified yet. Verify or remove one of them first.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
