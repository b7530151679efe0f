import type { ErrorDefinition } from './definition.ts'

/** Who is asking, from where, and may they: credentials, origins, instance types. */
export const AUTH_ERRORS = {
  clerk_key_invalid: {
    status: 401,
    message: 'The secret key is not valid.',
    longMessage: 'No instance on this server has this secret key. Copy the key of the instance again.',
  },
  operator_key_invalid: {
    status: 401,
    message: 'The operator key is not valid.',
    longMessage: 'Settings take an operator key, op_…, which a secret key is not. Make one with latchkey apps operator-keys create ci.',
  },
  could_not_authenticate_request: {
    status: 401,
    message: 'The request could not be authenticated.',
    longMessage: 'The credentials of the request could not be checked. Sign in again, or check the key that was sent.',
  },
  authentication_invalid: {
    status: 401,
    message: 'Not signed in.',
    longMessage: 'The request has no valid session. Sign in and try again.',
  },
  authorization_header_format_invalid: {
    status: 401,
    message: 'The Authorization header is malformed.',
    longMessage: 'The Authorization header cannot be read. Send it as "Bearer" followed by one space and the key.',
  },
  authorization_invalid: {
    status: 403,
    message: 'Not allowed.',
    longMessage: 'These credentials do not allow this. Use credentials that belong to the resource.',
  },
  csrf_token_invalid: {
    status: 403,
    message: 'The form is out of date.',
    longMessage: 'The form did not come from this page, or is too old. Reload the page and try again.',
  },
  authorization_missing_scopes: {
    status: 403,
    message: 'The key lacks a permission.',
    longMessage: 'The key was not given the permission this request needs. Use a key that has it.',
  },
  origin_authorization_headers_conflict: {
    status: 400,
    message: 'Origin and Authorization were both sent.',
    longMessage: 'A request comes from a browser or from an app, not from both. Send either Origin or Authorization.',
  },
  multiple_origin_header_values_forbidden: {
    status: 400,
    message: 'More than one Origin was sent.',
    longMessage: 'The Origin header holds several values. Send exactly one.',
  },
  multiple_authorization_header_values_forbidden: {
    status: 400,
    message: 'More than one Authorization was sent.',
    longMessage: 'The Authorization header holds several values. Send exactly one.',
  },
  request_header_missing: {
    status: 400,
    message: 'A header is missing.',
    longMessage: 'The request lacks a header this endpoint needs. Add it and send the request again.',
  },
  origin_invalid: {
    status: 400,
    message: 'This website is not allowed here.',
    longMessage: 'The request came from a website that is not on the list of allowed origins. Add its origin to the instance.',
  },
  subdomain_not_allowed: {
    status: 403,
    message: 'This subdomain is not allowed.',
    longMessage: 'The request came from a subdomain that is not on the list. Add it to the allowed subdomains.',
  },
  dev_browser_unauthenticated: {
    status: 401,
    message: 'This browser is not known yet.',
    longMessage: 'The development instance does not know this browser. Reload the page to introduce it.',
  },
  url_based_session_syncing_disabled: {
    status: 400,
    message: 'Session syncing by URL is off.',
    longMessage: 'This instance does not pass sessions along in URLs. Use cookies, or turn the setting on.',
  },
  request_invalid_for_environment: {
    status: 400,
    message: 'Not possible in this environment.',
    longMessage: 'This works only in another kind of instance. Send the request to a development or production instance as documented.',
  },
  request_invalid_for_instance: {
    status: 400,
    message: 'Not possible for this instance.',
    longMessage: 'The settings of this instance rule this request out. Change the settings or use another instance.',
  },
  host_invalid: {
    status: 400,
    message: 'No instance at this address.',
    longMessage: 'This host name belongs to no instance. Put /i/ and the slug of the instance in front of the path.',
  },
  not_allowed_access: {
    status: 403,
    message: 'Access is not allowed.',
    longMessage: 'This account doesn’t have access. Contact support.',
  },
  unsupported_country_code: {
    status: 403,
    message: 'This country is not supported.',
    longMessage: 'Messages are not sent to phone numbers of this country. Use another number or another way to sign in.',
  },
  signed_out: {
    status: 401,
    message: 'You are signed out.',
    longMessage: 'Your session has ended. Sign in again.',
  },
  user_settings_invalid: {
    status: 409,
    message: 'The settings contradict each other.',
    longMessage: 'This application’s sign-in settings contradict each other. Contact support.',
  },
  invalid_handshake: {
    status: 400,
    message: 'The handshake is not valid.',
    longMessage: 'The handshake was used before, is too old, or was made elsewhere. Reload the page to start a new one.',
  },
  native_api_disabled: {
    status: 400,
    message: 'Native apps are turned off.',
    longMessage: 'This instance does not accept native apps. Turn the native API on in its settings.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
