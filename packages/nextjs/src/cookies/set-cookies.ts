import type { CookieNames } from '@latchkey/backend'

/** What becomes of the three cookies: a value, `null` to expire, `undefined` to leave alone. A client token is only ever replaced. */
export interface CookieChanges {
  readonly client?: string | undefined
  readonly session?: string | null | undefined
  /** Whether the hint says that somebody is signed in. */
  readonly hint?: boolean | undefined
}

/** As long as browsers keep a cookie at most, in seconds. */
const maxAge = 400 * 24 * 3600

/** The `Set-Cookie` lines of some changes. @param secure the app is reached by https */
export function setCookieLines(names: CookieNames, changes: CookieChanges, secure: boolean): readonly string[] {
  const { client, session, hint } = changes
  return [
    ...line(names.client, client, secure, true),
    ...line(names.session, session, secure, true),
    ...line(names.hint, hint === undefined ? undefined : hint ? 'in' : null, secure, false),
  ]
}

function line(name: string, value: string | null | undefined, secure: boolean, httpOnly: boolean): readonly string[] {
  if (value === undefined) return []
  const age = value === null ? 'Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT' : `Max-Age=${maxAge}`
  return [`${name}=${value ?? ''}; Path=/; ${age}; SameSite=Lax${httpOnly ? '; HttpOnly' : ''}${secure ? '; Secure' : ''}`]
}
