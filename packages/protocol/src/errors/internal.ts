import type { ErrorDefinition } from './definition.ts'

/** What goes wrong on our side, and what is asked for too often. */
export const INTERNAL_ERRORS = {
  internal_error: {
    status: 500,
    message: 'Something went wrong.',
    longMessage: 'The request failed on our side. Try again, and report the trace ID if it keeps failing.',
  },
  service_unavailable: {
    status: 503,
    message: 'The service is not available.',
    longMessage: 'The server can’t answer right now. Try again in a moment.',
  },
  storage_unavailable: {
    status: 503,
    message: 'The database is not available.',
    longMessage: 'The server can’t reach its database. Try again in a moment.',
  },
  cannot_detect_ip: {
    status: 503,
    message: 'Your network address is unknown.',
    longMessage: 'The server cannot tell where the request came from. Check the proxy in front of it.',
  },
  too_many_requests: {
    status: 429,
    message: 'Too many requests.',
    longMessage: 'Too many requests in a short time. Try again in a moment.',
  },
  signup_rate_limit_exceeded: {
    status: 429,
    message: 'Too many sign-ups.',
    longMessage: 'Too many accounts were created from your network. Try again later.',
  },
  dev_monthly_email_limit_exceeded: {
    status: 400,
    message: 'The email limit is reached.',
    longMessage: 'This development instance has sent all the messages it may send. Raise the limit, or use a test address.',
  },
  quota_exceeded: {
    status: 403,
    message: 'The limit is reached.',
    longMessage: 'There is no room for more of these. Remove some, or raise the limit.',
  },
  conflict: {
    status: 409,
    message: 'This has changed.',
    longMessage: 'This changed while you were editing it. Reload and try again.',
  },
  resource_locked: {
    status: 409,
    message: 'This is in use.',
    longMessage: 'Something else is working on this. Try again in a moment.',
  },
  bad_request: {
    status: 400,
    message: 'The request is not valid.',
    longMessage: 'The server can’t read the request. Check the documentation.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
