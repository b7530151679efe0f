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
  sign_in_identification_or_user_deleted: {
    status: 400,
    message: 'The account has changed.',
    longMessage: 'The account, or what you signed in with, was deleted meanwhile. Start again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
