import type { ErrorDefinition } from './definition.ts'

/** Why a sign-up cannot begin or go on. */
export const SIGN_UP_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorDefinition>>
