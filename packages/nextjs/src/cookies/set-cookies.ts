import type { AppCookies, StaleCookie } from './app-cookies.ts'

/** What becomes of the three cookies: a value, `null` to expire, `undefined` to leave alone. A client token is only ever replaced. */
export interface CookieChanges {
  readonly client?: string | undefined
  readonly session?: string | null | undefined
  /** Whether the hint says that somebody is signed in. */
  readonly hint?: boolean | undefined
  /** Cookies to expire that the app reads no more. */
  readonly stale?: readonly StaleCookie[] | undefined
}

/** As long as browsers keep a cookie at most, in seconds. */
const maxAge = 400 * 24 * 3600
const expired = 'Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT'

/** The `Set-Cookie` lines of some changes. */
export function setCookieLines({ names, secure, framed }: AppCookies, changes: CookieChanges): readonly string[] {
  const { client, session, hint, stale = [] } = changes
  const kept = { secure, framed }
  return [
    ...line(names.client, client, { ...kept, httpOnly: true }),
    ...line(names.session, session, { ...kept, httpOnly: true }),
    ...line(names.hint, hint === undefined ? undefined : hint ? 'in' : null, { ...kept, httpOnly: false }),
    ...stale.flatMap((cookie) => line(cookie.name, null, { secure, framed: cookie.framed, httpOnly: false })),
  ]
}

function line(
  name: string,
  value: string | null | undefined,
  { secure, framed, httpOnly }: { readonly secure: boolean; readonly framed: boolean; readonly httpOnly: boolean },
): readonly string[] {
  if (value === undefined) return []
  const age = value === null ? expired : `Max-Age=${maxAge}`
  const sent = framed ? 'SameSite=None; Partitioned' : 'SameSite=Lax'
  return [`${name}=${value ?? ''}; Path=/; ${age}; ${sent}${httpOnly ? '; HttpOnly' : ''}${secure ? '; Secure' : ''}`]
}
