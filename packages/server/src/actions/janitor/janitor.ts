import { setTimeout as sleep } from 'node:timers/promises'
import { RETENTION, type Retention } from '../../domain/limits.ts'
import { type ClientCursor, purgeExpired, purgeIdleClients } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** Rows of each kind in a transaction: a few milliseconds of the write lock. */
const BATCH = 100

/** Clears up until nothing is over any more. */
export interface Janitor {
  /** One run; a call while one is on waits for it. Answers how many rows went. */
  tidy(): Promise<number>
  /** Ends a run after its batch. */
  stop(): Promise<void>
}

/**
 * A janitor that works in small batches and rests as long as it worked, so that requests have at least half of the database.
 * Nothing depends on it: whatever expires is judged when it is read.
 */
export function createJanitor({ storage, clock }: Pick<Ports, 'storage' | 'clock'>, kept: Partial<Retention> = {}): Janitor {
  const retention: Retention = { ...RETENTION, ...kept }
  let running: Promise<number> | null = null
  let stopped = false
  let cursor: ClientCursor | null = null

  async function batch<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = clock.now()
    const result = await work()
    // A clock that is set meanwhile makes no rest longer than a batch could take.
    await sleep(Math.min(Math.max(clock.now() - begun, 0), 1000))
    return result
  }

  async function purgeAll(): Promise<number> {
    let purged = 0
    for (let last = -1; last !== 0 && !stopped; purged += last) {
      last = await batch(() => storage.transaction((db) => purgeExpired({ db }, { now: clock.now(), limit: BATCH, retention })))
    }
    for (let more = true; more && !stopped;) {
      const from: ClientCursor | null = cursor
      const step = await batch(() =>
        storage.transaction((db) => purgeIdleClients({ db }, { now: clock.now(), limit: BATCH, retention, after: from })),
      )
      purged += step.purged
      more = step.after !== null
      // Where the walk ended, the next begins: what it passed goes with its last session.
      cursor = step.after ?? cursor
    }
    return purged
  }

  return {
    tidy: () => (running ??= purgeAll().finally(() => (running = null))),
    async stop() {
      stopped = true
      await running?.catch(() => undefined)
    },
  }
}
