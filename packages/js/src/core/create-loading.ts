import { UnreachableError } from '../errors.ts'
import type { Core } from './create-core.ts'

/** Finding out who is signed in. */
export interface Loading {
  /** Asks unless the server has told already. */
  load(): Promise<void>
  /** Asks, after what is being asked now. */
  reload(): Promise<void>
  /** Asks, or joins who is asking now. */
  refresh(): Promise<void>
  /** Finds out without asking where the page has a hint that nobody is signed in. */
  begin(): Promise<void>
  /** The page is looked at again: asks when what is known is old or the hint says otherwise. */
  look(): Promise<void>
  /** The network is back: asks when it was missed. */
  online(): Promise<void>
}

/** What it needs. */
export interface LoadingOptions {
  readonly core: Core
  /** Does the page's cookie say that somebody is signed in? `null` where there is no such cookie. */
  hint(): boolean | null
  now(): number
  /** A load has failed. */
  failed(error: unknown): void
}

/** What is older than this is asked for again when somebody looks. */
const freshMs = 10_000
/** Answers that were overtaken say nothing; after so many in a row one gives up. */
const rounds = 3

/** Makes it. */
export function createLoading({ core, hint, now, failed }: LoadingOptions): Loading {
  const { store } = core
  let asking: Promise<void> | null = null
  let after: Promise<void> | null = null
  let missed = false

  async function ask(): Promise<void> {
    if (store.get().phase === 'unknown') store.set({ phase: 'loading' })
    let failure: unknown = new UnreachableError('The server answered, but never said who is signed in.', { answered: true })
    try {
      for (let round = 0; round < rounds; round++) {
        await core.api.send('GET', '/client')
        if (core.toldAt() !== null) break
      }
      missed = false
    } catch (error) {
      missed = true
      failure = error
      failed(error)
    }
    // Whoever was known stays known while the network is away.
    if (core.toldAt() === null) store.set({ phase: 'unreachable', failure })
  }

  const refresh = () => (asking ??= ask().finally(() => (asking = null)))
  const load = () => (core.toldAt() === null ? refresh() : Promise.resolve())
  const reload = () => {
    if (asking === null) return refresh()
    after ??= asking.then(() => {
      after = null
      return refresh()
    })
    return after
  }
  const begin = async () => {
    if (asking !== null) return asking
    if (store.get().phase !== 'unknown') return
    if (hint() !== false) return load()
    store.set({ phase: 'ready' })
  }
  const look = async () => {
    const toldAt = core.toldAt()
    if (store.get().phase === 'unknown') return begin()
    const hinted = hint()
    const surprised = hinted !== null && hinted !== (store.get().session !== null)
    const old = missed || (toldAt !== null && now() - toldAt > freshMs)
    if (surprised || old) return refresh()
  }
  return { load, reload, refresh, begin, look, online: async () => (missed ? refresh() : undefined) }
}
