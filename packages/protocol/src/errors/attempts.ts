import type { ErrorDefinition } from './definition.ts'

/** Why an attempt to sign in or up, with a ticket among others, does not go on. */
export const ATTEMPT_ERRORS = {
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
  sign_up_cannot_be_updated: {
    status: 403,
    message: 'This sign-up is closed.',
    longMessage: 'This sign-up is finished or was given up. Start a new one.',
  },
  sign_up_outdated_verification: {
    status: 410,
    message: 'This has been replaced.',
    longMessage: 'The address changed after this was sent. Use our latest message.',
  },
  sign_up_mode_restricted: {
    status: 403,
    message: 'Sign-ups are closed.',
    longMessage: 'New accounts are by invitation only. Ask for an invitation.',
  },
  ticket_invalid_code: {
    status: 400,
    message: 'This link doesn’t work.',
    longMessage: 'The link is incomplete or invalid. Request a new one.',
  },
  sign_in_token_cannot_be_revoked_code: {
    status: 400,
    message: 'The token can’t be revoked.',
    longMessage: 'The token was already used or revoked. There is nothing to revoke.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
