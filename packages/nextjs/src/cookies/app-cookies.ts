import { type CookieNames, cookieNames, type CookieOptions, cookieValues } from '@latchkey/backend'

/** A cookie that an app does not read any more, and how it was set. */
interface StaleCookie {
  readonly name: string
  readonly framed: boolean
}

/** The cookies of an app where it is reached. */
export interface AppCookies {
  readonly names: CookieNames
  /** The app is reached by https. */
  readonly secure: boolean
  /** They are kept for each site apart whose pages have the app in a frame. */
  readonly framed: boolean
  /** What was set before the app had https, or could be a frame. Anybody on a sibling host may have set it, so it is thrown away unread. */
  readonly stale: readonly StaleCookie[]
}

const known = new Map<string, AppCookies>()
const mostKnown = 100

/** The cookies of an app. @param origin where it is reached, with or without a path */
export function appCookies(
  { publishableKey, framed }: { readonly publishableKey: string; readonly framed: boolean },
  origin: string,
): AppCookies {
  const secure = origin.startsWith('https:')
  const key = `${publishableKey} ${secure} ${framed}`
  const found = known.get(key)
  if (found !== undefined) return found
  // Without https there is nothing older: what else the jar of localhost holds belongs to the same app by https.
  const others = secure
    ? [
        { secure: false, framed: false },
        { secure: false, framed: true },
        { secure, framed: !framed },
      ]
    : []
  const made = {
    names: cookieNames(publishableKey, { secure, framed }),
    secure,
    framed: secure && framed,
    stale: others.flatMap((other) => Object.values(cookieNames(publishableKey, other)).map((name) => staleCookie(name, other))),
  }
  if (known.size < mostKnown) known.set(key, made)
  return made
}

function staleCookie(name: string, { secure, framed }: Required<CookieOptions>): StaleCookie {
  return { name, framed: secure === true && framed === true }
}

/** The app's own cookies of a request. */
export interface Jar {
  /** The client token; `null` when there is none, or several that contradict each other. */
  readonly client: string | null
  /** Several client tokens came, of which at most one is ours. */
  readonly ambiguous: boolean
  readonly hasSession: boolean
  readonly hasHint: boolean
  /** What the app reads no more. */
  readonly stale: readonly StaleCookie[]
}

/** Reads the app's own cookies. */
export function readJar(header: string | null, { names, stale }: Pick<AppCookies, 'names' | 'stale'>): Jar {
  const clients = cookieValues(header, names.client)
  return {
    client: clients.length === 1 && /^[\w.~-]{1,4096}$/.test(clients[0]!) ? clients[0]! : null,
    ambiguous: clients.length > 1,
    hasSession: cookieValues(header, names.session).length > 0,
    hasHint: cookieValues(header, names.hint).length > 0,
    stale: stale.filter(({ name }) => cookieValues(header, name).length > 0),
  }
}

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

/**
 * A `Cookie` header with some cookies replaced or, for `null`, taken out. All others stay letter by letter as the browser sent
 * them: to parse and write them anew would change what other code reads. `null` when none is left.
 */
export function editCookies(header: string | null, changes: Readonly<Record<string, string | null>>): string | null {
  if (Object.keys(changes).length === 0) return header
  const kept = (header ?? '').split(';').filter((pair) => pair.trim() !== '' && !Object.hasOwn(changes, nameOf(pair)))
  const added = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
  const whole = [kept.join(';').replace(/^[ \t]+/, ''), ...added].filter((part) => part !== '').join('; ')
  return whole === '' ? null : whole
}

function nameOf(pair: string): string {
  const equals = pair.indexOf('=')
  return (equals === -1 ? '' : pair.slice(0, equals)).replace(/^[ \t]+|[ \t]+$/g, '')
}
