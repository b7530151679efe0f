import type { SessionClaims } from '@latchkey/protocol'

/** A token whose signature was found right, and the client token it was found bound to. */
export interface KnownToken {
  readonly token: string
  /** Those of an active session. */
  readonly claims: SessionClaims
  /** `null` for a token that is bound to no browser. */
  readonly clientToken: string | null
  /** When that was, in epoch milliseconds. */
  readonly checkedAt: number
}

/**
 * Remembers good tokens by their full text, what was not used for longest giving way. What is remembered still has to be judged by
 * the clock.
 */
export interface VerdictCache {
  get(token: string): KnownToken | undefined
  set(known: KnownToken): void
  delete(token: string): void
}

/**
 * What entries are found by: the end of the signature, of which no two have the same. A map makes a copy of every text it is asked for,
 * in a table of the engine's own, so that asking for whole tokens would cost more than comparing one.
 */
const keyOf = (token: string): string => token.slice(-24)

/**
 * Makes a cache of two generations: what is used moves to the younger one, and when that is full the older one goes. So a hit does not
 * put a map in another order, which costs more than checking a signature.
 * @param most entries kept
 */
export function createVerdictCache(most = 10_000): VerdictCache {
  let young = new Map<string, KnownToken>()
  let old = young
  const set = (key: string, known: KnownToken): void => {
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(key, known)
  }
  return {
    set: (known) => set(keyOf(known.token), known),
    get(token) {
      const key = keyOf(token)
      const known = young.get(key)
      if (known !== undefined) return known.token === token ? known : undefined
      const aged = old.get(key)
      if (aged === undefined || aged.token !== token) return undefined
      set(key, aged)
      return aged
    },
    delete(token) {
      young.delete(keyOf(token))
      old.delete(keyOf(token))
    },
  }
}
