import { isLatchkeyError, UnreachableError } from '../errors.ts'
import type { Core } from './create-core.ts'
import { getClient } from './routes.ts'

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
  /** From now on a server that could not be asked is asked again by itself, less and less often; the result ends it. */
  persist(): () => void
}

/** What it needs. */
export interface LoadingOptions {
  readonly core: Core
  /** Does the page's cookie say that somebody is signed in? `null` where there is no such cookie. */
  hint(): boolean | null
  now(): number
  /** A load has failed. */
  failed(error: unknown): void
  later(act: () => void, ms: number): () => void
  /** Does anybody see the page? */
  isSeen(): boolean
}

/** What is older than this is asked for again when somebody looks. */
const freshMs = 10_000
/** Answers that were overtaken say nothing; after so many in a row one gives up. */
const rounds = 3
const firstPauseMs = 2_000
const longestPauseMs = 60_000

/** Makes it. */
export function createLoading({ core, hint, now, failed, later, isSeen }: LoadingOptions): Loading {
  const { store } = core
  let asking: Promise<void> | null = null
  let after: Promise<void> | null = null
  let missed = false
  let watchers = 0
  let misses = 0
  let callOff = () => {}

  /** A page that is not seen asks when it is looked at; for the others, the server must not be met by all of them at once. */
  function again(error: unknown): void {
    callOff()
    if (watchers === 0) return
    const asked = isLatchkeyError(error) ? (error.retryAfter ?? 0) * 1_000 : 0
    const pause = Math.min(firstPauseMs * 2 ** misses++, longestPauseMs)
    callOff = later(() => void (isSeen() && refresh()), Math.max(pause, asked))
  }

  async function ask(): Promise<void> {
    if (store.get().phase === 'unknown') store.set({ phase: 'loading' })
    let failure: unknown = new UnreachableError('The server answered, but never said who is signed in.', { answered: true })
    try {
      for (let round = 0; round < rounds; round++) {
        await core.api.call(getClient)
        if (core.toldAt() !== null) break
      }
      missed = false
      misses = 0
      callOff()
    } catch (error) {
      missed = true
      failure = error
      failed(error)
      again(error)
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
  const persist = () => {
    watchers += 1
    return () => {
      watchers -= 1
      if (watchers === 0) callOff()
    }
  }
  return { load, reload, refresh, begin, look, online: async () => (missed ? refresh() : undefined), persist }
}
