import type { TokenJSON } from '@latchkey/protocol'
import { isGone, UnreachableError } from '../errors.ts'
import type { Latchkey } from '../latchkey.ts'
import { createTokenCache } from '../token/token-cache.ts'
import type { Api } from './api.ts'
import type { Core } from './create-core.ts'
import type { Loading } from './create-loading.ts'

/** Session tokens for calling the app's own API. */
export interface Tokens extends Pick<Latchkey, 'getToken'>, Pick<Api, 'tokenOf'> {
  clear(): void
}

/** Makes it. */
export function createTokens({ core, loading, now }: { readonly core: Core; readonly loading: Loading; now(): number }): Tokens {
  const { store, api } = core
  const cache = createTokenCache(async (id) => (await api.send<TokenJSON>('POST', `/client/sessions/${id}/tokens`)).jwt, now)

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
