import { extendLeases, failOutbox, finishOutbox, leaseOutbox, retryOutbox } from '../../storage/index.ts'
import type { Storage } from '../../storage/index.ts'
import type { Outbox } from '../outbox-worker.ts'

/** The outbox of a real database, for tests. */
export function storageOutbox({ transaction }: Pick<Storage, 'transaction'>, clock: { now(): number }, leaseMs: number): Outbox {
  return {
    lease: (limit) => transaction((db) => leaseOutbox({ db }, { now: clock.now(), leaseMs, limit, channels: ['email'] })),
    extend: (held) => transaction((db) => extendLeases({ db }, held, { until: clock.now() + leaseMs })),
    finish: (key) => transaction((db) => finishOutbox({ db }, [key], { now: clock.now() })),
    retry: (key, next) => transaction((db) => retryOutbox({ db }, key, next)),
    fail: (key, error) => transaction((db) => failOutbox({ db }, key, { now: clock.now(), error })),
  }
}
