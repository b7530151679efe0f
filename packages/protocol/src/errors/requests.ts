import type { ErrorDefinition } from './definition.ts'

/** What is wrong with a request as a whole, its URL, or the settings it would make. */
export const REQUEST_ERRORS = {
  request_body_invalid: {
    status: 400,
    message: 'The request body can’t be read.',
    longMessage: 'The body is not valid JSON or form data. Check it against its Content-Type.',
  },
  missing_query_parameter: {
    status: 400,
    message: 'A query parameter is missing.',
    longMessage: 'The URL lacks a parameter this endpoint needs. Add it and send the request again.',
  },
  origin_missing: {
    status: 400,
    message: 'The origin is missing.',
    longMessage: 'The browser did not say which website the request came from. Send it from a page of the application.',
  },
  unsupported_content_type: {
    status: 415,
    message: 'This type of content is not accepted.',
    longMessage: 'The body has a Content-Type that is not accepted here. Send JSON or form data.',
  },
  malformed_request_parameters: {
    status: 400,
    message: 'The parameters cannot be read.',
    longMessage: 'The parameters of the request are malformed. Check how they are encoded.',
  },
  proxy_request_invalid_secret_key: {
    status: 401,
    message: 'The secret key of the proxy is not valid.',
    longMessage: 'The proxy sent a secret key that is not of this instance. Copy the key of the instance again.',
  },
  request_body_too_large: {
    status: 413,
    message: 'The request body is too large.',
    longMessage: 'The request carries more than is accepted. Send less.',
  },
  resource_not_found: {
    status: 404,
    message: 'Not found.',
    longMessage: 'This doesn’t exist, or isn’t yours. Check the ID, or start again.',
  },
  endpoint_not_found: {
    status: 404,
    message: 'There is no such endpoint.',
    longMessage: 'Nothing answers at this path. Check the path and the version of the SDK.',
  },
  method_not_allowed: {
    status: 405,
    message: 'This method is not allowed.',
    longMessage: 'The path exists, but not with this method. Use the documented one.',
  },
  invalid_redirect_url: {
    status: 422,
    message: 'The redirect URL is not valid.',
    longMessage: 'The redirect URL is no valid URL. Send an absolute URL with http or https.',
  },
  prohibited_redirect_url: {
    status: 422,
    message: 'The redirect URL is not allowed.',
    longMessage: 'The redirect URL is on a website that is not allowed. Add its origin to the instance.',
  },
  breaks_instance_invariant: {
    status: 400,
    message: 'The settings would contradict each other.',
    longMessage: 'With this change the settings of the instance would not fit together. Change the others first.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
