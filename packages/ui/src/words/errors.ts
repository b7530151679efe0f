/**
 * Sentences for refusals, by the server's code, where a form can say it better than the server, who knows no form.
 * A code that is not here is shown in the server's own words.
 */
export const errors: Readonly<Record<string, string>> = {
  form_identifier_not_found: 'No account uses this email.',
  form_identifier_exists: 'This email already has an account.',
  form_param_format_invalid: 'This doesn’t look right. Check for typos.',
  form_param_nil: 'Required.',
  form_param_missing: 'Required.',
  form_code_incorrect: 'Wrong code. Use the one in our latest email.',
  client_state_invalid: 'This sign-in expired. Start again.',
  resource_not_found: 'This sign-in expired. Start again.',
  cookies_blocked: 'Your browser is blocking cookies. Allow them for this site, then try again.',
  cookies_framed: 'Your browser is blocking cookies while another site shows this page. Open it in its own tab.',
  server_unreachable: 'We can’t reach the server. Try again in a moment.',
  user_banned: 'This account can’t sign in. Contact support.',
}
