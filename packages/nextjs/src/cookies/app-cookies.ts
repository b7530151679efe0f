import { type CookieNames, cookieNames, type CookieOptions } from '@latchkey/backend'

/** A cookie that an app does not read any more, and how it was set. */
export interface StaleCookie {
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
