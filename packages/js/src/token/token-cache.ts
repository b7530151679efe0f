import { lifetimeOf } from './lifetime-of.ts'

/** Tokens of sessions, in memory only. */
export interface TokenCache {
  /**
   * The token of a session: the one at hand while it is good for ten seconds more, else a new one. Those who ask at once share it.
   * @param skip take none that is at hand already
   */
  get(sessionId: string, skip: boolean): Promise<string>
  clear(): void
}

const marginMs = 10_000

/** Makes a cache. @param fetchToken asks the server for the token of a session */
export function createTokenCache(fetchToken: (sessionId: string) => Promise<string>, now: () => number): TokenCache {
  let kept = new Map<string, { readonly token: Promise<string>; until: number | null }>()
  return {
    get(sessionId, skip) {
      const known = kept.get(sessionId)
      const good = known !== undefined && (known.until === null || (!skip && now() < known.until))
      if (good) return known.token
      const into = kept
      // The span is counted on this machine's clock, whose time of day may be wrong.
      const asked = now()
      const entry = { token: fetchToken(sessionId), until: null as number | null }
      into.set(sessionId, entry)
      entry.token.then(
        (jwt) => void (entry.until = asked + lifetimeOf(jwt) - marginMs),
        () => void into.delete(sessionId),
      )
      return entry.token
    },
    clear: () => void (kept = new Map()),
  }
}
