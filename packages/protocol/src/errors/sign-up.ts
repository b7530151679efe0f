import type { ErrorDefinition } from './definition.ts'

/** Why a sign-up cannot begin or go on. */
export const SIGN_UP_ERRORS = {
  sign_up_cannot_be_updated: {
    status: 403,
    message: 'This sign-up is closed.',
    longMessage: 'This sign-up is finished or was given up. Start a new one.',
  },
  captcha_not_enabled: {
    status: 400,
    message: 'The bot check is off.',
    longMessage: 'This application doesn’t use a bot check. Leave its answer out.',
  },
  captcha_invalid: {
    status: 400,
    message: 'The bot check failed.',
    longMessage: 'We couldn’t verify that you’re human. Reload the page and try again.',
  },
  captcha_missing_token: {
    status: 400,
    message: 'The bot check is missing.',
    longMessage: 'The bot check did not run. Turn off content blockers for this page and try again.',
  },
  sign_up_outdated_verification: {
    status: 410,
    message: 'This has been replaced.',
    longMessage: 'The address changed after this was sent. Use our latest message.',
  },
  sign_up_email_link_not_same_client: {
    status: 403,
    message: 'This link belongs to another browser.',
    longMessage: 'The sign-up began in another browser. Open the link there, or enter the code there.',
  },
  sign_up_mode_restricted: {
    status: 403,
    message: 'Sign-ups are closed.',
    longMessage: 'New accounts are by invitation only. Ask for an invitation.',
  },
  sign_up_restricted_waitlist: {
    status: 403,
    message: 'Sign-ups are closed for now.',
    longMessage: 'New accounts come from the waitlist. Join it and we’ll be in touch.',
  },
  sign_up_mode_invalid: {
    status: 422,
    message: 'This sign-up mode does not exist.',
    longMessage: 'The mode of sign-up is not known. Use public, restricted or waitlist.',
  },
  sign_up_mode_restricted_invalid_value: {
    status: 422,
    message: 'The value does not fit the sign-up mode.',
    longMessage: 'The chosen mode of sign-up rules this value out. Change the mode or the value.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
