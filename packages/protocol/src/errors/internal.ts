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
  too_many_requests: {
    status: 429,
    message: 'Too many requests.',
    longMessage: 'Too many requests in a short time. Try again in a moment.',
  },
  conflict: {
    status: 409,
    message: 'This has changed.',
    longMessage: 'This changed while you were editing it. Reload and try again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
