import type { ErrorDefinition } from './definition.ts'

/** Why a session cannot be used, changed or made; and clients, which hold sessions. */
export const SESSION_ERRORS = {
  client_not_found: {
    status: 400,
    message: 'This browser is not known.',
    longMessage: 'No browser with this id is known. Reload the page and sign in again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
