import type { ErrorDefinition } from './definition.ts'

/** Why a ticket, or the sign-in token behind it, lets nobody in. */
export const TICKET_ERRORS = {
  ticket_expired_code: {
    status: 400,
    message: 'This link has expired.',
    longMessage: 'The time to use this link is over. Ask for a new one.',
  },
  ticket_invalid_code: {
    status: 400,
    message: 'This link does not work.',
    longMessage: 'The link is incomplete or was never valid. Ask for a new one.',
  },
  sign_in_token_revoked_code: {
    status: 400,
    message: 'This link was withdrawn.',
    longMessage: 'The link was taken back by those who sent it. Ask for a new one.',
  },
  sign_in_token_already_used_code: {
    status: 400,
    message: 'This link was used before.',
    longMessage: 'The link works only once. Ask for a new one.',
  },
  sign_in_token_cannot_be_used_code: {
    status: 400,
    message: 'This link cannot be used.',
    longMessage: 'The link does not fit what this browser is doing. Sign out, then open it again.',
  },
  sign_in_token_not_in_sign_in_code: {
    status: 400,
    message: 'This link is for signing in.',
    longMessage: 'The link can sign you in and nothing else. Use it on the sign-in page.',
  },
  sign_in_token_cannot_be_revoked_code: {
    status: 400,
    message: 'The token cannot be withdrawn.',
    longMessage: 'The token was used or withdrawn before. There is nothing left to withdraw.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
