import type { ErrorDefinition } from './definition.ts'

/** Why a URL is not gone to, or not stored. */
export const URL_ERRORS = {
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
} as const satisfies Readonly<Record<string, ErrorDefinition>>
