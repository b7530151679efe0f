import type { Urls } from './context.ts'

/** Where things are in an app that does not say. */
export const DEFAULT_URLS: Urls = {
  signInUrl: '/sign-in',
  signUpUrl: '/sign-up',
  fallbackRedirectUrl: '/',
  afterSignOutUrl: '/',
  userProfileUrl: '/user',
  plainBaseUrl: null,
}
