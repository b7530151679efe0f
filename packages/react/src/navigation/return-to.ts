/** Where to go after signing in or up, as props say it. */
export interface ReturnProps {
  /** Here, whatever else is said. */
  readonly forceRedirectUrl?: string | undefined
  /** Here instead of back to the current page. */
  readonly fallbackRedirectUrl?: string | undefined
}

/**
 * Where to come back to: where props say, or the current page.
 * @param to the page that is gone to; one of another origin has to be told the whole address
 * @param page the current page
 */
export function returnTo({ forceRedirectUrl, fallbackRedirectUrl }: ReturnProps, to: string, page: Pick<URL, 'href' | 'pathname' | 'search' | 'hash'>): string {
  const away = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(to)
  return forceRedirectUrl ?? fallbackRedirectUrl ?? (away ? page.href : page.pathname + page.search + page.hash)
}
