/** Where somebody may be meant to go after signing in or up, strongest first. */
export interface Targets {
  readonly forceRedirectUrl?: string | undefined
  /** The page's query, for its `redirect_url`. */
  readonly search: string
  readonly redirectUrl?: string | undefined
  readonly fallbackRedirectUrl?: string | undefined
  /** What the provider says. */
  readonly usual: string
}

/** Where the page's address says to go on to, `null` where it does not. */
export const wantedBy = (search: string): string | null => new URLSearchParams(search).get('redirect_url') || null

/**
 * Where to go on to.
 * @param safe turns whatever leads out of the application into `/`
 */
export function targetOf(targets: Targets, safe: (url: string) => string): string {
  const { forceRedirectUrl, search, redirectUrl, fallbackRedirectUrl, usual } = targets
  return safe(forceRedirectUrl || wantedBy(search) || redirectUrl || fallbackRedirectUrl || usual || '/')
}
