import { batched } from '../../delivery/batched.ts'
import type { Outbox } from '../../delivery/outbox-worker.ts'
import { extendLeases, failOutbox, finishOutbox, leaseOutbox, type OutboxKey, retryOutbox } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { MESSAGE_LEASE_MS } from './queued-message.ts'

/**
 * The outbox of the database, as its worker sees it. Messages that went out at about the same time are crossed out by one
 * transaction: nobody waits for that, and a crash before it sends a mail twice either way.
 */
export function openOutbox({ storage, clock, writers }: Pick<Ports, 'storage' | 'clock' | 'writers'>): Outbox {
  const finish = batched((messages: readonly OutboxKey[]) =>
    storage.transaction((db) => finishOutbox({ db }, messages, { now: clock.now() })),
  )
  const channels = Object.keys(writers)
  return {
    lease: (limit) => storage.transaction((db) => leaseOutbox({ db }, { now: clock.now(), leaseMs: MESSAGE_LEASE_MS, limit, channels })),
    extend: (held) => storage.transaction((db) => extendLeases({ db }, held, { until: clock.now() + MESSAGE_LEASE_MS })),
    finish: ({ instanceId, id }) => finish({ instanceId, id }),
    retry: (key, next) => storage.transaction((db) => retryOutbox({ db }, key, next)),
    fail: (key, error) => storage.transaction((db) => failOutbox({ db }, key, { now: clock.now(), error })),
  }
}
