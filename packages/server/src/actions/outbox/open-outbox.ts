import { batched } from '../../delivery/batched.ts'
import type { Outbox } from '../../delivery/outbox-worker.ts'
import { failOutbox, finishOutbox, leaseOutbox, type OutboxKey, retryOutbox } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { MAIL_LEASE_MS } from './queued-mail.ts'

/** The outbox as its worker sees it. */
export interface OpenOutbox extends Outbox {
  /** Which instances the messages on their way are of. */
  readonly instanceOf: Map<string, string>
}

/**
 * The outbox of the database. Messages that went out at about the same time are crossed out by one transaction: nobody
 * waits for that, and a crash before it sends a mail twice either way.
 */
export function openOutbox({ storage, clock }: Pick<Ports, 'storage' | 'clock'>): OpenOutbox {
  const instanceOf = new Map<string, string>()
  const finish = batched((messages: readonly OutboxKey[]) =>
    storage.transaction((db) => finishOutbox({ db }, messages, { now: clock.now() })),
  )
  return {
    instanceOf,
    async lease(limit) {
      const leased = await storage.transaction((db) => leaseOutbox({ db }, { now: clock.now(), leaseMs: MAIL_LEASE_MS, limit }))
      for (const { id, instanceId } of leased) instanceOf.set(id, instanceId)
      return leased
    },
    async finish(id) {
      await finish({ instanceId: instanceOf.get(id)!, id })
      instanceOf.delete(id)
    },
    async retry(id, next) {
      await storage.transaction((db) => retryOutbox({ db }, id, next))
      instanceOf.delete(id)
    },
    async fail(id, error) {
      await storage.transaction((db) => failOutbox({ db }, id, { now: clock.now(), error }))
      instanceOf.delete(id)
    },
  }
}
