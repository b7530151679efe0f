/** Where to go after signing in or up, as props say it. */
export interface ReturnProps {
  /** Here, whatever else is said. */
  readonly forceRedirectUrl?: string | undefined
  /** Here instead of back to the current page. */
  readonly fallbackRedirectUrl?: string | undefined
  /** Other names for `fallbackRedirectUrl`, as older code has them; of the two with `In` and `Up`, what fits the page that is gone to. */
  readonly redirectUrl?: string | undefined
  readonly afterSignInUrl?: string | undefined
  readonly afterSignUpUrl?: string | undefined
}

/** The props with one name for each. @param up the page is for signing up */
export function oneName(
  { forceRedirectUrl, fallbackRedirectUrl, redirectUrl, afterSignInUrl, afterSignUpUrl }: ReturnProps,
  up: boolean,
): ReturnProps {
  return { forceRedirectUrl, fallbackRedirectUrl: fallbackRedirectUrl ?? redirectUrl ?? (up ? afterSignUpUrl : afterSignInUrl) }
}

/**
 * Where to come back to: where props say, or the current page.
 * @param to the page that is gone to; one of another origin has to be told the whole address
 * @param page the current page
 */
export function returnTo(
  { forceRedirectUrl, fallbackRedirectUrl }: ReturnProps,
  to: string,
  page: Pick<URL, 'href' | 'pathname' | 'search' | 'hash'>,
): string {
  const away = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(to)
  return forceRedirectUrl ?? fallbackRedirectUrl ?? (away ? page.href : page.pathname + page.search + page.hash)
}

/** Adds to a URL where to come back to, unless it says so already. @param back a path or a URL */
export function withReturn(to: string, back: string): string {
  const [, address = '', hash = ''] = /^([^#]*)(#[^]*)?$/.exec(to) ?? []
  if (/[?&]redirect_url=/.test(address)) return to
  return `${address}${address.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}${hash}`
}
