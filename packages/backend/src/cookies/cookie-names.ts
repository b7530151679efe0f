import { encodeBase64Url } from '@latchkey/protocol'
import { sha1 } from './sha1.ts'

/** The names of an instance's cookies on the origin of an app. */
export interface CookieNames {
  /** Holds the client token, which no script can read. */
  readonly client: string
  /** Holds the session token, which no script can read. */
  readonly session: string
  /** Says `in` while somebody is signed in; scripts may read it, and nothing believes it. */
  readonly hint: string
}

/** How an app is reached, which decides what its cookies are called. */
export interface CookieOptions {
  /** By https. */
  readonly secure?: boolean | undefined
  /** It may be a frame in pages of other sites, for each of which the browser keeps its cookies apart. */
  readonly framed?: boolean | undefined
}

/** Of each key, those of its four kinds that were asked for. */
const known = new Map<string, (CookieNames | undefined)[]>()
const mostKnown = 100

/**
 * The names of an instance's cookies. Each instance has its own: ports share the jar of `localhost`. Over https they begin with
 * `__Host-`: a browser takes such a cookie from this host alone, so no sibling host can plant one. Partitioned ones have names of their
 * own, since a browser sends those and others of the same name side by side.
 * @see RFC 6265bis, section 4.1.3.2
 */
export function cookieNames(publishableKey: string, { secure = false, framed = false }: CookieOptions = {}): CookieNames {
  const names = known.get(publishableKey) ?? remember(publishableKey)
  return (names[(secure ? 2 : 0) + (framed ? 1 : 0)] ??= made(publishableKey, secure, framed))
}

function remember(publishableKey: string): (CookieNames | undefined)[] {
  const names: (CookieNames | undefined)[] = []
  if (known.size < mostKnown) known.set(publishableKey, names)
  return names
}

function made(publishableKey: string, secure: boolean, framed: boolean): CookieNames {
  const suffix = encodeBase64Url(sha1(publishableKey)).slice(0, 8)
  const before = `${secure ? '__Host-' : '__'}latchkey_${framed ? 'framed_' : ''}`
  return { client: `${before}client_${suffix}`, session: `${before}session_${suffix}`, hint: `${before}hint_${suffix}` }
}
