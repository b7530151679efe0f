import type { ErrorDefinition } from './definition.ts'

/** Why a URL is not gone to, or not stored. */
export const URL_ERRORS = {
  resource_missmatch: {
    status: 400,
    message: 'The URL does not belong here.',
    longMessage: 'The URL belongs to another instance. Use one of this instance.',
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
  redirect_url_domain_mismatch: {
    status: 422,
    message: 'The redirect URL is on another domain.',
    longMessage: 'The redirect URL is not on the domain of the application. Use one that is.',
  },
  redirect_url_not_associated_with_instance: {
    status: 422,
    message: 'The redirect URL is not known.',
    longMessage: 'The redirect URL is not listed for the instance. Add its origin to the instance.',
  },
  redirect_url_too_long: {
    status: 422,
    message: 'The redirect URL is too long.',
    longMessage: 'The redirect URL has too many characters. Shorten it.',
  },
  insecure_url: {
    status: 422,
    message: 'The URL is not secure.',
    longMessage: 'A production instance takes only https. Use a URL that starts with https.',
  },
  domain_mismatch: {
    status: 422,
    message: 'The URL is on another domain.',
    longMessage: 'The URL is not on the domain of the instance. Use one that is.',
  },
  invalid_url_scheme: {
    status: 422,
    message: 'The URL has a scheme that is not allowed.',
    longMessage: 'Only some schemes are allowed here. Use https, or http on your own machine.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
