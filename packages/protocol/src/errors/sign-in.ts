import type { ErrorDefinition } from './definition.ts'

/** Why a sign-in cannot begin or go on. */
export const SIGN_IN_ERRORS = {
  session_exists: {
    status: 400,
    message: 'You are already signed in.',
    longMessage: 'This browser already has a session. Continue with it, or sign out first.',
  },
  identifier_already_signed_in: {
    status: 400,
    message: 'This account is already signed in.',
    longMessage: 'This browser already has a session of this account. Switch to that session.',
  },
  account_transfer_invalid: {
    status: 400,
    message: 'There is nothing to continue.',
    longMessage: 'No finished verification is waiting to be turned into an account. Start again.',
  },
  client_state_invalid: {
    status: 400,
    message: 'This step is out of order.',
    longMessage: 'This attempt is at another step. Reload the page and continue from there.',
  },
  strategy_for_user_invalid: {
    status: 400,
    message: 'This way to sign in does not work here.',
    longMessage: 'This account cannot be signed in to this way. Choose another way.',
  },
  identification_claimed: {
    status: 400,
    message: 'Another account has this.',
    longMessage: 'This now belongs to another account. Sign in to that account, or use something else.',
  },
  resource_forbidden: {
    status: 403,
    message: 'This is not yours.',
    longMessage: 'This belongs to somebody else. Start again with your own.',
  },
  no_second_factors: {
    status: 400,
    message: 'There is no second step.',
    longMessage: 'This account has no second step set up. Go on without it.',
  },
  sign_in_no_identification_for_user: {
    status: 404,
    message: 'Nothing is left to sign in with.',
    longMessage: 'The account no longer has what this sign-in began with. Start again.',
  },
  sign_in_identification_or_user_deleted: {
    status: 400,
    message: 'The account has changed.',
    longMessage: 'The account, or what you signed in with, was deleted meanwhile. Start again.',
  },
  sign_in_email_link_not_same_client: {
    status: 403,
    message: 'This link belongs to another browser.',
    longMessage: 'The sign-in began in another browser. Open the link there, or enter the code there.',
  },
  sign_in_must_use_enterprise_connection_identifier: {
    status: 422,
    message: 'Your organization signs you in.',
    longMessage: 'Accounts of this domain sign in through their organization. Use your work address.',
  },
  sign_up_if_missing_not_allowed: {
    status: 422,
    message: 'You can’t create an account here.',
    longMessage: 'This sign-in does not create accounts. Sign up first.',
  },
  sign_up_if_missing_strategy_not_supported: {
    status: 422,
    message: 'This way cannot make an account.',
    longMessage: 'An account cannot be created this way. Choose another way, or sign up first.',
  },
  sign_up_if_missing_transfer: {
    status: 404,
    message: 'There is no account yet.',
    longMessage: 'No account has this. Go on to sign up with what you verified.',
  },
  account_lockout_warning: {
    status: 422,
    message: 'Few attempts left.',
    longMessage: 'After a few more failed attempts this account will be locked. Check what you typed.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
