import type { ErrorDefinition } from './definition.ts'

/** Why a ticket, or the sign-in token behind it, lets nobody in. */
export const TICKET_ERRORS = {
  ticket_expired_code: {
    status: 400,
    message: 'This link has expired.',
    longMessage: 'This link no longer works. Request a new one.',
  },
  ticket_invalid_code: {
    status: 400,
    message: 'This link doesn’t work.',
    longMessage: 'The link is incomplete or invalid. Request a new one.',
  },
  sign_in_token_revoked_code: {
    status: 400,
    message: 'This link was revoked.',
    longMessage: 'The sender revoked this link. Request a new one.',
  },
  sign_in_token_already_used_code: {
    status: 400,
    message: 'This link was already used.',
    longMessage: 'Each link works once. Request a new one.',
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
    message: 'The token can’t be revoked.',
    longMessage: 'The token was already used or revoked. There is nothing to revoke.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
