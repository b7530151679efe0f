import { failOutbox, finishOutbox, leaseOutbox, retryOutbox } from '../../storage/index.ts'
import type { Storage } from '../../storage/index.ts'
import type { Outbox } from '../outbox-worker.ts'

/** The outbox of a real database, for tests. */
export function storageOutbox({ transaction }: Pick<Storage, 'transaction'>, clock: { now(): number }, leaseMs: number): Outbox {
  return {
    lease: (limit) => transaction((db) => leaseOutbox({ db }, { now: clock.now(), leaseMs, limit })),
    finish: (id) => transaction((db) => finishOutbox({ db }, id, { now: clock.now() })),
    retry: (id, next) => transaction((db) => retryOutbox({ db }, id, next)),
    fail: (id, error) => transaction((db) => failOutbox({ db }, id, { now: clock.now(), error })),
  }
}
