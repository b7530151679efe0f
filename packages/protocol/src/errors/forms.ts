import type { ErrorDefinition } from './definition.ts'

/** What is wrong with a field that was sent. `meta.param_name` names the field. */
export const FORM_ERRORS = {
  form_param_duplicate: {
    status: 422,
    message: 'A field was sent twice.',
    longMessage: 'The same field was sent more than once. Send it only once.',
  },
  form_identifier_exists: {
    status: 422,
    message: 'Already taken.',
    longMessage: 'An account already uses this. Sign in, or use another one.',
  },
  form_identifier_not_found: {
    status: 422,
    message: 'Account not found.',
    longMessage: 'No account uses this. Check for typos, or sign up.',
  },
  form_code_incorrect: {
    status: 422,
    message: 'Incorrect code.',
    longMessage: 'Wrong code. Use the one in our latest message.',
  },
  form_param_format_invalid: {
    status: 422,
    message: 'Invalid format.',
    longMessage: 'This value isn’t in the expected format. Check for typos.',
  },
  form_param_value_invalid: {
    status: 422,
    message: 'Value not allowed.',
    longMessage: 'This value isn’t allowed here. Choose another one.',
  },
  form_param_type_invalid: {
    status: 422,
    message: 'Wrong type.',
    longMessage: 'The value has the wrong type, such as text for a number. Send the documented type.',
  },
  form_param_missing: {
    status: 422,
    message: 'A field is missing.',
    longMessage: 'A required field is missing. Fill it in and try again.',
  },
  form_param_array_size_exceeded: {
    status: 422,
    message: 'Too many values.',
    longMessage: 'The list holds more values than are allowed. Send fewer.',
  },
  form_param_array_length_mismatch: {
    status: 422,
    message: 'The lists differ in length.',
    longMessage: 'Lists that belong together have different lengths. Send one value for each entry.',
  },
  form_param_invalid_time: {
    status: 422,
    message: 'The time is not valid.',
    longMessage: 'This cannot be read as a time. Send it in the documented form.',
  },
  form_param_unknown: {
    status: 422,
    message: 'Unknown field.',
    longMessage: 'This endpoint does not know one of the fields. Leave it out and try again.',
  },
  form_verification_needed: {
    status: 422,
    message: 'This has to be verified first.',
    longMessage: 'This has not been verified yet. Verify it and try again.',
  },
  form_param_max_length_exceeded: {
    status: 422,
    message: 'The text is too long.',
    longMessage: 'This text has too many characters. Shorten it and try again.',
  },
  form_username_invalid_length: {
    status: 422,
    message: 'The username has the wrong length.',
    longMessage: 'The username is too short or too long. Choose one of another length.',
  },
  form_username_needs_non_number_char: {
    status: 422,
    message: 'The username needs a letter.',
    longMessage: 'A username cannot be made of digits alone. Add a letter.',
  },
  form_username_cannot_be_phone_number: {
    status: 422,
    message: 'The username looks like a phone number.',
    longMessage: 'A phone number cannot be a username. Choose another one.',
  },
  form_username_invalid_character: {
    status: 422,
    message: 'The username has a character that is not allowed.',
    longMessage: 'A username holds letters, digits, underscores and hyphens. Remove everything else.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
