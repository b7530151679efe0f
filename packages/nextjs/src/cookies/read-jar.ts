import { type CookieNames, cookieValues } from '@latchkey/backend'

/** The app's own cookies of a request. */
export interface Jar {
  /** The client token; `null` when there is none, or several that contradict each other. */
  readonly client: string | null
  /** Several client tokens came, of which at most one is ours. */
  readonly ambiguous: boolean
  readonly hasSession: boolean
  readonly hasHint: boolean
}

/** Reads the app's own cookies. */
export function readJar(header: string | null, names: CookieNames): Jar {
  const clients = cookieValues(header, names.client)
  return {
    client: clients.length === 1 && /^[\w.~-]{1,4096}$/.test(clients[0]!) ? clients[0]! : null,
    ambiguous: clients.length > 1,
    hasSession: cookieValues(header, names.session).length > 0,
    hasHint: cookieValues(header, names.hint).length > 0,
  }
}
