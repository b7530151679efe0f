import type { ErrorDefinition } from './definition.ts'

/** Why something cannot be done to, or by, an account. */
export const USER_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorDefinition>>
