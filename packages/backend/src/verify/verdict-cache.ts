import type { SessionClaims } from '@latchkey/protocol'

/** A token whose signature was found right, and the client token it was found bound to. */
export interface KnownToken {
  /** Those of an active session. */
  readonly claims: SessionClaims
  /** `null` for a token that is bound to no browser. */
  readonly clientToken: string | null
  /** When that was, in epoch milliseconds. */
  readonly checkedAt: number
}

/** Remembers good tokens by their full text, what was not used for longest giving way. What is remembered still has to be judged by the clock. */
export interface VerdictCache {
  get(token: string): KnownToken | undefined
  set(token: string, known: KnownToken): void
  delete(token: string): void
}

/**
 * Makes a cache of two generations: what is used moves to the younger one, and when that is full the older one goes. So a hit does not
 * put a map in another order, which costs more than checking a signature.
 * @param most entries kept
 */
export function createVerdictCache(most = 10_000): VerdictCache {
  let young = new Map<string, KnownToken>()
  let old = young
  const set = (token: string, known: KnownToken): void => {
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(token, known)
  }
  return {
    set,
    get(token) {
      const known = young.get(token)
      if (known !== undefined) return known
      const aged = old.get(token)
      if (aged !== undefined) set(token, aged)
      return aged
    },
    delete(token) {
      young.delete(token)
      old.delete(token)
    },
  }
}
