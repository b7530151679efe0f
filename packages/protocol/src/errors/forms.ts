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
  form_already_exists: {
    status: 422,
    message: 'This already exists.',
    longMessage: 'Something with this value already exists. Choose another value.',
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
  form_param_value_disabled: {
    status: 400,
    message: 'This choice is turned off.',
    longMessage: 'This value is turned off for this application. Choose another one.',
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
  form_resource_not_found: {
    status: 422,
    message: 'Nothing was found for this value.',
    longMessage: 'What this value points to does not exist. Check the value and try again.',
  },
  form_param_nil: {
    status: 422,
    message: 'Required.',
    longMessage: 'This field is required. Fill it in and try again.',
  },
  form_conditional_param_missing: {
    status: 422,
    message: 'A field is missing.',
    longMessage: 'What was sent makes another field necessary. Fill that one in as well.',
  },
  form_conditional_param_disallowed: {
    status: 422,
    message: 'A field does not belong here.',
    longMessage: 'What was sent rules this field out. Leave it out and try again.',
  },
  form_conditional_param_value_disallowed: {
    status: 422,
    message: 'Value conflicts with another one.',
    longMessage: 'The other values rule this one out. Change one of them and try again.',
  },
  form_param_value_conflict: {
    status: 422,
    message: 'Two values contradict each other.',
    longMessage: 'Two of the values cannot hold together. Change one of them and try again.',
  },
  form_session_inactivity_timeout_invalid: {
    status: 422,
    message: 'The time of inactivity is not valid.',
    longMessage: 'The time of inactivity must be shorter than the life of a session. Choose a shorter one.',
  },
  form_public_client_requires_pkce: {
    status: 422,
    message: 'A public client needs PKCE.',
    longMessage: 'A client without a secret has to use PKCE. Turn PKCE on for it.',
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
  form_invalid_origin: {
    status: 422,
    message: 'The origin is not valid.',
    longMessage: 'An origin is a scheme, a host and perhaps a port, and nothing more. Correct it and try again.',
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
  form_param_deprecated: {
    status: 422,
    message: 'This field is no longer used.',
    longMessage: 'One of the fields is no longer accepted. Leave it out, or use its replacement.',
  },
  form_verification_needed: {
    status: 422,
    message: 'This has to be verified first.',
    longMessage: 'This has not been verified yet. Verify it and try again.',
  },
  form_param_exceeds_allowed_size: {
    status: 422,
    message: 'The value is too large.',
    longMessage: 'This value takes more room than is allowed. Shorten it and try again.',
  },
  form_param_value_too_large: {
    status: 422,
    message: 'The number is too large.',
    longMessage: 'The number is above the highest one allowed. Use a smaller one.',
  },
  form_email_address_blocked: {
    status: 403,
    message: 'This email address is blocked.',
    longMessage: 'This application does not accept this email address. Use another one.',
  },
  form_incorrect_signature: {
    status: 422,
    message: 'The signature is not right.',
    longMessage: 'The signature does not match the message. Sign the message again.',
  },
  form_param_max_length_exceeded: {
    status: 422,
    message: 'The text is too long.',
    longMessage: 'This text has too many characters. Shorten it and try again.',
  },
  form_param_min_length_exceeded: {
    status: 422,
    message: 'The text is too short.',
    longMessage: 'This text has too few characters. Make it longer and try again.',
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
  form_disable_default_second_factor_not_allowed: {
    status: 422,
    message: 'The default second step cannot be turned off.',
    longMessage: 'This is the second step used by default. Make another one the default first.',
  },
  form_param_invalid_date: {
    status: 422,
    message: 'The date is not valid.',
    longMessage: 'This cannot be read as a date. Send it in the documented form.',
  },
  form_disallow_future_date: {
    status: 422,
    message: 'The date lies in the future.',
    longMessage: 'This date has not come yet. Choose today or an earlier one.',
  },
  legal_not_accepted: {
    status: 422,
    message: 'Accept the terms.',
    longMessage: 'You need to accept the terms. Tick the box and try again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
