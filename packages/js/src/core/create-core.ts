import type { ClientJSON } from '@latchkey/protocol'
import type { LatchkeyError } from '../errors.ts'
import type { Latchkey } from '../latchkey.ts'
import { type Environment, environmentFromJSON } from '../resources/environment.ts'
import { type Begun, createAnswerOrder } from '../store/answer-order.ts'
import { clientState, type StoreApi } from '../store/client-state.ts'
import { createStore, type Store } from '../store/create-store.ts'
import type { Transport } from '../transport/create-transport.ts'
import type { Api } from './api.ts'
import * as routes from './routes.ts'

/** The store, and the one way by which answers get into it. */
export interface Core {
  readonly store: Store
  readonly api: StoreApi
  /** Epoch milliseconds of when the server last said who is signed in here, `null` before it ever has. */
  toldAt(): number | null
  /** Forgets a session, or all that a client is, without asking anybody; what is still under way cannot bring it back. */
  drop(sessionId: string | null): void
}

/** What the core needs. */
export interface CoreOptions {
  readonly transport: Transport
  readonly environment: Environment | null
  /** Who is signed in, where that is known from the start. */
  readonly client?: ClientJSON | null | undefined
  now(): number
  tokenOf: Api['tokenOf']
  /** Sessions have changed. @param byUs a request of this page has changed them, so other tabs may not know */
  changed(byUs: boolean): void
  /** The server does not know who is asking; it resolves when that has been looked into. */
  unauthorized(): Promise<void>
}

/** Makes the core of a page. */
export function createCore({ transport, environment, client, now, tokenOf, changed, unauthorized }: CoreOptions): Core {
  const order = createAnswerOrder()
  let toldAt: number | null = client === undefined ? null : now()
  let updatedAt = client?.updated_at ?? 0

  function take(client: ClientJSON | null, begun: Begun, write: boolean): void {
    const age = client === null ? 0 : client.updated_at - updatedAt
    if (!begun.counts(age)) return
    toldAt = now()
    updatedAt = client?.updated_at ?? 0
    const before = store.get()
    store.set({ phase: 'ready', failure: null, ...clientState(client, before, api) })
    if (store.get().sessions !== before.sessions || store.get().session !== before.session) changed(write)
  }

  async function send(...[route, given]: Parameters<Transport>): Promise<unknown> {
    const write = !route.startsWith('GET')
    const begun = order.begin(write)
    const verdict = await transport(route, given)
    begun.end()
    if (verdict.client !== undefined) take(verdict.client, begun, write)
    if (verdict.error === null) return verdict.response
    if ((verdict.error as Partial<LatchkeyError>).status === 401 && route !== routes.getClient) await unauthorized()
    throw verdict.error
  }

  const api: StoreApi = { call: send as Api['call'], snapshot: () => store.get(), tokenOf }
  const store = createStore({
    phase: client === undefined ? 'unknown' : 'ready',
    failure: null,
    environment,
    ...clientState(client ?? null, null, api),
  })
  return {
    store,
    api,
    toldAt: () => toldAt,
    drop(sessionId) {
      order.forget()
      const before = store.get()
      const sessions = sessionId === null ? [] : before.sessions.filter(({ id }) => id !== sessionId)
      const session = sessions.find((one) => one === before.session) ?? null
      const { signIn, signUp } = clientState(null, null, api)
      store.set({
        phase: 'ready',
        failure: null,
        sessions,
        session,
        user: session?.user ?? null,
        ...(sessionId === null && { signIn, signUp }),
      })
      changed(true)
    },
  }
}

/** The settings of the instance. */
export type Settings = Pick<Latchkey, 'environment' | 'provideEnvironment'>

/** Makes it. */
export function createSettings({ store, api }: Core): Settings {
  let asking: Promise<Environment> | null = null
  async function ask(): Promise<Environment> {
    const environment = environmentFromJSON(await api.call(routes.getEnvironment))
    store.set({ environment })
    return environment
  }
  return {
    environment: async () => store.get().environment ?? (asking ??= ask().finally(() => (asking = null))),
    provideEnvironment: (environment) => store.setInitial({ environment }),
  }
}
