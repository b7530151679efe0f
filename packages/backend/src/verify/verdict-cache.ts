import type { Jwt } from '@latchkey/protocol'

/** A token whose signature was found right, and the client token it was found bound to. */
export interface KnownToken {
  readonly jwt: Pick<Jwt, 'header' | 'claims'>
  /** `null` for a token that is bound to no browser. */
  readonly clientToken: string | null
}

/** Remembers good tokens by their full text, the least recently used giving way. What is remembered still has to be judged by the clock. */
export interface VerdictCache {
  get(token: string): KnownToken | undefined
  set(token: string, known: KnownToken): void
  delete(token: string): void
}

/** Makes a cache. @param most entries kept */
export function createVerdictCache(most = 5000): VerdictCache {
  const entries = new Map<string, KnownToken>()
  return {
    get(token) {
      const known = entries.get(token)
      if (known !== undefined && entries.size > most / 2) {
        entries.delete(token)
        entries.set(token, known)
      }
      return known
    },
    set(token, known) {
      entries.delete(token)
      entries.set(token, known)
      if (entries.size > most) entries.delete(entries.keys().next().value!)
    },
    delete: (token) => void entries.delete(token),
  }
}
