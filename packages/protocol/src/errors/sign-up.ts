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
    message: 'The check for robots is off.',
    longMessage: 'This application does not use the check for robots. Leave its answer away.',
  },
  captcha_invalid: {
    status: 400,
    message: 'The check for robots failed.',
    longMessage: 'We could not tell whether you are a person. Reload the page and try again.',
  },
  captcha_missing_token: {
    status: 400,
    message: 'The check for robots is missing.',
    longMessage: 'The check for robots did not run. Turn off blockers for this page and try again.',
  },
  sign_up_outdated_verification: {
    status: 410,
    message: 'This has been replaced.',
    longMessage: 'The address was changed after this was sent. Use the newest message.',
  },
  sign_up_email_link_not_same_client: {
    status: 403,
    message: 'This link belongs to another browser.',
    longMessage: 'The sign-up began in another browser. Open the link there, or type the code there.',
  },
  sign_up_mode_restricted: {
    status: 403,
    message: 'Sign-ups are closed.',
    longMessage: 'New accounts are made by invitation only. Ask the people who run this application for one.',
  },
  sign_up_restricted_waitlist: {
    status: 403,
    message: 'Sign-ups are closed for now.',
    longMessage: 'New accounts come from the waiting list. Join the list and you will hear from us.',
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
