/**
 * Sentences for refusals, by the server's code, where a form can say it better than the server, who knows no form.
 * A code that is not here is shown in the server's own words.
 */
export const errors: Readonly<Record<string, string>> = {
  form_identifier_not_found: 'There is no account with this address. Check the spelling.',
  form_identifier_exists: 'This address has an account already.',
  form_param_format_invalid: 'This does not look right. Check it for typing mistakes.',
  form_param_nil: 'Fill this in to go on.',
  form_param_missing: 'Fill this in to go on.',
  form_code_incorrect: 'That is not the code. Look in the newest mail.',
  client_state_invalid: 'This attempt is over. Start again with your address.',
  resource_not_found: 'This attempt is over. Start again with your address.',
  server_unreachable: 'We could not reach the server. Try again in a moment.',
  user_banned: 'This account may not sign in. Ask the people who run this application why.',
}
