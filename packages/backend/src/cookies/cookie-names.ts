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

const known = new Map<string, CookieNames>()
const mostKnown = 100

/** The names of an instance's cookies. Each instance has its own: ports share the jar of `localhost`. */
export function cookieNames(publishableKey: string): CookieNames {
  const found = known.get(publishableKey)
  if (found !== undefined) return found
  const suffix = encodeBase64Url(sha1(publishableKey)).slice(0, 8)
  const names = { client: `__latchkey_client_${suffix}`, session: `__latchkey_session_${suffix}`, hint: `__latchkey_hint_${suffix}` }
  if (known.size < mostKnown) known.set(publishableKey, names)
  return names
}
