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
  origin_invalid: {
    status: 400,
    message: 'This website is not allowed here.',
    longMessage: 'The request came from a website that is not on the list of allowed origins. Add its origin to the instance.',
  },
  request_invalid_for_environment: {
    status: 400,
    message: 'Not possible in this environment.',
    longMessage: 'This works only in another kind of instance. Send the request to a development or production instance as documented.',
  },
  host_invalid: {
    status: 400,
    message: 'No instance at this address.',
    longMessage: 'This host name belongs to no instance. Put /i/ and the slug of the instance in front of the path.',
  },
  signed_out: {
    status: 401,
    message: 'You are signed out.',
    longMessage: 'Your session has ended. Sign in again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
