import type { ErrorDefinition } from './definition.ts'

/** Why a user, or an identifier of theirs, cannot be used or changed so. */
export const USER_ERRORS = {
  totp_already_enabled: {
    status: 400,
    message: 'You use an authenticator app already.',
    longMessage: 'Your account has an authenticator app. Remove it first to set up another one.',
  },
  backup_codes_not_available: {
    status: 400,
    message: 'There is nothing to back up.',
    longMessage: 'Backup codes stand in for a second step. Set up an authenticator app first.',
  },
  second_factor_disabled: {
    status: 400,
    message: 'This isn’t offered here.',
    longMessage: 'This application doesn’t offer this second step. Contact support.',
  },
  user_locked: {
    status: 403,
    message: 'This account is locked.',
    longMessage: 'Too many failed attempts. Try again in an hour, or contact support.',
  },
  user_banned: {
    status: 403,
    message: 'This account is suspended.',
    longMessage: 'This account can’t sign in. Contact support.',
  },
  form_data_missing: {
    status: 422,
    message: 'Something the user needs is missing.',
    longMessage: 'The settings of the instance demand more fields for a user. Send them as well.',
  },
  user_delete_self_not_enabled: {
    status: 403,
    message: 'Accounts cannot delete themselves.',
    longMessage: 'This application does not let you delete your account. Contact support.',
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
  too_many_unverified_identifications: {
    status: 400,
    message: 'Too many are waiting to be verified.',
    longMessage: 'Several of these are not verified yet. Verify or remove one of them first.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
