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
  user_deactivated: {
    status: 403,
    message: 'This account is deactivated.',
    longMessage: 'This account has been turned off. Contact support.',
  },
  delete_linked_identification_disallowed: {
    status: 400,
    message: 'This is held by a connected account.',
    longMessage: 'A connected account brought this along. Disconnect that account first.',
  },
  form_data_missing: {
    status: 422,
    message: 'Something the user needs is missing.',
    longMessage: 'The settings of the instance demand more fields for a user. Send them as well.',
  },
  password_required: {
    status: 400,
    message: 'A password is needed.',
    longMessage: 'This account cannot be without a password. Set up another way to sign in first.',
  },
  password_disabled: {
    status: 403,
    message: 'Passwords are turned off.',
    longMessage: 'This instance does not use passwords. Use one of the ways that are turned on.',
  },
  no_password_set: {
    status: 400,
    message: 'There is no password.',
    longMessage: 'This account has no password. Sign in in another way.',
  },
  incorrect_password: {
    status: 422,
    message: 'Incorrect password.',
    longMessage: 'This is not the password of the user. Check it and try again.',
  },
  password_reset_required: {
    status: 422,
    message: 'A new password is needed.',
    longMessage: 'The password has to be changed before it can be used. Choose a new one.',
  },
  password_too_long_needs_reset: {
    status: 422,
    message: 'A new password is needed.',
    longMessage: 'The password is longer than is allowed today. Choose a new one.',
  },
  totp_disabled: {
    status: 400,
    message: 'There is no authenticator app.',
    longMessage: 'This user has set up no authenticator app. Use another second step.',
  },
  totp_incorrect_code: {
    status: 422,
    message: 'Incorrect code.',
    longMessage: 'This is not the code the authenticator app shows. Type the one it shows now.',
  },
  totp_invalid_length: {
    status: 422,
    message: 'The code has the wrong length.',
    longMessage: 'A code of an authenticator app has six digits. Type all six.',
  },
  user_quota_exceeded: {
    status: 403,
    message: 'There is no room for more users.',
    longMessage: 'The instance has as many users as it may have. Raise the limit or remove users.',
  },
  updating_user_password_deprecated: {
    status: 403,
    message: 'Passwords are changed elsewhere.',
    longMessage: 'A password is no longer changed with the profile. Use the endpoint that changes passwords.',
  },
  user_delete_self_not_enabled: {
    status: 403,
    message: 'Accounts cannot delete themselves.',
    longMessage: 'This application does not let you delete your account. Contact support.',
  },
  user_create_organization_not_enabled: {
    status: 403,
    message: 'You can’t create organizations.',
    longMessage: 'This account may not create organizations. Contact support.',
  },
  user_managed_by_scim: {
    status: 409,
    message: 'The organization manages this user.',
    longMessage: 'This user comes from the directory of an organization. Change the user there.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
