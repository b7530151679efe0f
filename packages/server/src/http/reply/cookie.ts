/** How long, for whom and where a cookie is kept. */
export interface CookieAttributes {
  /** Seconds; 0 deletes it. */
  readonly maxAge: number
  readonly secure: boolean
  readonly httpOnly: boolean
  /** Kept for each site apart whose pages have ours in a frame; only with `secure`. */
  readonly framed?: boolean
  readonly domain?: string | null
}

/** A `Set-Cookie` value. Names and values are ours: tokens and numbers, nothing a person typed. @see RFC 6265, section 4.1 */
export function cookie(name: string, value: string, attributes: CookieAttributes): string {
  const { maxAge, secure, httpOnly, framed = false, domain } = attributes
  const where = domain ? `; Domain=${domain}` : ''
  const sent = framed ? 'SameSite=None; Partitioned' : 'SameSite=Lax'
  return `${name}=${value}; Path=/${where}; Max-Age=${maxAge}; ${sent}${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`
}
