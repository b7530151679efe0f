import { cookieValues } from '@latchkey/backend'
import type { AppCookies, StaleCookie } from './app-cookies.ts'

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
