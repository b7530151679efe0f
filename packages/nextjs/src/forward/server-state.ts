import { FIRST_PARTY_HEADERS, NO_SESSION } from '@latchkey/protocol'
import type { CookieChanges } from '../cookies/app-cookies.ts'

/** What an answer of the server says about the browser's sign-in, besides its body. */
export interface ServerState {
  /** A client token that was made or replaced. */
  readonly clientToken: string | null
  /** `unsaid` when the server did not look. */
  readonly session: 'in' | 'none' | 'unsaid'
  readonly sessionToken: string | null
}

const token = /^[\w.~-]{1,16384}$/

/** Reads the headers by which the server says it. What cannot stand in a cookie is not taken. */
export function readServerState(headers: Headers): ServerState {
  const session = headers.get(FIRST_PARTY_HEADERS.session)
  return {
    clientToken: taken(headers.get(FIRST_PARTY_HEADERS.clientToken)),
    session: session === null ? 'unsaid' : session === NO_SESSION ? 'none' : 'in',
    sessionToken: taken(headers.get(FIRST_PARTY_HEADERS.sessionToken)),
  }
}

/** What becomes of the browser's cookies by it. */
export function cookieChanges({ clientToken, session, sessionToken }: ServerState): CookieChanges {
  return {
    client: clientToken ?? undefined,
    session: session === 'none' ? null : (sessionToken ?? undefined),
    hint: session === 'unsaid' ? undefined : session === 'in',
  }
}

function taken(value: string | null): string | null {
  return value !== null && token.test(value) ? value : null
}
