import type { ErrorDefinition } from './definition.ts'

/** Why a ticket, or the sign-in token behind it, lets nobody in. */
export const TICKET_ERRORS = {
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
