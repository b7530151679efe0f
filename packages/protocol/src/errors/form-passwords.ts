import type { ErrorDefinition } from './definition.ts'

/** What is wrong with a password, for instances that have passwords turned on. */
export const PASSWORD_ERRORS = {
  form_password_length_too_short: {
    status: 422,
    message: 'The password is too short.',
    longMessage: 'This password has too few characters. Choose a longer one.',
  },
  form_password_length_too_long: {
    status: 422,
    message: 'The password is too long.',
    longMessage: 'This password has too many characters. Choose a shorter one.',
  },
  form_password_no_uppercase: {
    status: 422,
    message: 'The password needs an uppercase letter.',
    longMessage: 'This password has no uppercase letter. Add one.',
  },
  form_password_no_lowercase: {
    status: 422,
    message: 'The password needs a lowercase letter.',
    longMessage: 'This password has no lowercase letter. Add one.',
  },
  form_password_no_number: {
    status: 422,
    message: 'The password needs a digit.',
    longMessage: 'This password has no digit. Add one.',
  },
  form_password_no_special_char: {
    status: 422,
    message: 'The password needs a special character.',
    longMessage: 'This password has no special character. Add one, such as a comma or a hash sign.',
  },
  form_password_not_strong_enough: {
    status: 422,
    message: 'The password is too easy to guess.',
    longMessage: 'This password is easy to guess. Choose a longer, less common one.',
  },
  form_password_size_in_bytes_exceeded: {
    status: 422,
    message: 'The password is too long.',
    longMessage: 'Some characters take several bytes, and together they are too many. Choose a shorter password.',
  },
  form_password_validation_failed: {
    status: 422,
    message: 'The password is not accepted.',
    longMessage: 'This password breaks one of the rules of this application. Choose another one.',
  },
  form_password_incorrect: {
    status: 422,
    message: 'Incorrect password.',
    longMessage: 'This is not the password of the account. Try again, or sign in in another way.',
  },
  form_password_or_identifier_incorrect: {
    status: 422,
    message: 'The sign-in details do not match.',
    longMessage: 'The identifier or the password is wrong. Check both and try again.',
  },
  form_password_pwned: {
    status: 422,
    message: 'This password is known to attackers.',
    longMessage: 'This password was found in a data leak of another service. Choose a password you use nowhere else.',
  },
  form_password_matches_identifier: {
    status: 422,
    message: 'The password repeats your sign-in name.',
    longMessage: 'A password cannot be the same as what you sign in with. Choose another one.',
  },
  form_password_compromised: {
    status: 422,
    message: 'This password is no longer safe.',
    longMessage: 'This password may be known to others. Sign in in another way and choose a new one.',
  },
  form_password_digest_invalid_code: {
    status: 422,
    message: 'The password hash is not valid.',
    longMessage: 'The hash does not have the form its hasher produces. Check the hash and the name of the hasher.',
  },
  form_new_password_matches_current: {
    status: 422,
    message: 'The new password is the old one.',
    longMessage: 'The new password is the same as the current one. Choose another one.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
