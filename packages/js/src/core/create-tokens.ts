import { isGone, UnreachableError } from '../errors.ts'
import type { Latchkey } from '../latchkey.ts'
import type { Api } from './api.ts'
import type { Core } from './create-core.ts'
import type { Loading } from './create-loading.ts'
import { createToken } from './routes.ts'

/** Session tokens for calling the app's own API. */
export interface Tokens extends Pick<Latchkey, 'getToken'>, Pick<Api, 'tokenOf'> {
  clear(): void
}

/** Makes it. */
export function createTokens({ core, loading, now }: { readonly core: Core; readonly loading: Loading; now(): number }): Tokens {
  const { store, api } = core
  const cache = createTokenCache(async (id) => (await api.call(createToken, { session_id: id })).jwt, now)

  const tokenOf: Api['tokenOf'] = async (id, { skipCache = false } = {}) => {
    try {
      return await cache.get(id, skipCache)
    } catch (error) {
      if (!isGone(error)) throw error
      if (error.status === 404) await loading.refresh()
      if (store.get().sessions.some((session) => session.id === id)) throw error
      return null
    }
  }

  return {
    tokenOf,
    async getToken(options) {
      await (store.get().phase === 'unreachable' ? loading.refresh() : loading.begin())
      const { phase, failure, session } = store.get()
      if (phase === 'unreachable') throw noToken(failure)
      return session === null ? null : tokenOf(session.id, options)
    },
    clear: () => cache.clear(),
  }
}

const noToken = (cause: unknown) =>
  new UnreachableError('No token: the server did not answer who is signed in.', {
    cause,
    answered: !(cause instanceof UnreachableError) || cause.answered,
  })

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

/** How long a session token is good for from when it was made, in milliseconds; 0 when it cannot be told. It is read, not verified. */
export function lifetimeOf(jwt: string): number {
  try {
    const claims = JSON.parse(atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { exp: number; iat: number }
    return Math.max(0, (claims.exp - claims.iat) * 1000) || 0
  } catch {
    return 0
  }
}
