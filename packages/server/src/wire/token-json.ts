import type { TokenJSON } from '@latchkey/protocol'

/** A freshly minted session token. */
export function tokenJson(jwt: string): TokenJSON {
  return { object: 'token', jwt }
}
