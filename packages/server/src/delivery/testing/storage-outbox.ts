import { failOutbox, finishOutbox, leaseOutbox, retryOutbox } from '../../storage/index.ts'
import type { Storage } from '../../storage/index.ts'
import type { Outbox } from '../outbox-worker.ts'

/** The outbox of a real database, for tests. */
export function storageOutbox({ transaction }: Pick<Storage, 'transaction'>, clock: { now(): number }, leaseMs: number): Outbox {
  const instanceOf = new Map<string, string>()
  return {
    async lease(limit) {
      const leased = await transaction((db) => leaseOutbox({ db }, { now: clock.now(), leaseMs, limit }))
      for (const { id, instanceId } of leased) instanceOf.set(id, instanceId)
      return leased
    },
    finish: (id) => transaction((db) => finishOutbox({ db }, [{ instanceId: instanceOf.get(id)!, id }], { now: clock.now() })),
    retry: (id, next) => transaction((db) => retryOutbox({ db }, id, next)),
    fail: (id, error) => transaction((db) => failOutbox({ db }, id, { now: clock.now(), error })),
  }
}
