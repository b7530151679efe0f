import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { Random } from '../../platform/random.ts'
import { type SecretKey, type Storage, touchSecretKey } from '../../storage/index.ts'
import { type EventSource, record } from '../audit/record.ts'

/** Remembers when secret keys were used. */
export interface KeyUsage {
  /** It was used. Never waits and never throws: nobody's request is slower for it. */
  note(key: SecretKey, from: Pick<EventSource, 'ipAddress' | 'userAgent'>): void
  /** Waits for what is being written. */
  settled(): Promise<void>
}

const grainMs = 60_000
const dayMs = 24 * 60 * 60 * 1000

/**
 * Written beside the request, at most once a minute and key whatever the number of processes; the trail has a row when it was not
 * used for a day.
 */
export function createKeyUsage(ports: {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly log: Pick<Log, 'warn'>
}): KeyUsage {
  const writtenAt = new Map<string, number>()
  const writing = new Set<Promise<void>>()

  async function write(key: SecretKey, from: Pick<EventSource, 'ipAddress' | 'userAgent'>, now: number): Promise<void> {
    const { id, instanceId, name, last4 } = key
    await ports.storage.transaction(async (db) => {
      const { written, before } = await touchSecretKey({ db }, key, { now, grainMs })
      if (!written || (before !== null && now - before < dayMs)) return
      const source = { ...from, clientId: null, actor: { type: 'secret_key', id } } as const
      await record(ports, { db, instanceId }, source, { type: 'secret_key.used', userId: null, detail: { id, name, last4 } })
    })
  }

  return {
    note(key, from) {
      const now = ports.clock.now()
      if (now - (writtenAt.get(key.id) ?? -Infinity) < grainMs) return
      writtenAt.set(key.id, now)
      const written = write(key, from, now)
        .catch((error: unknown) => ports.log.warn({ error }, 'The last use of a secret key could not be written.'))
        .finally(() => writing.delete(written))
      writing.add(written)
    },
    settled: async () => void (await Promise.all(writing)),
  }
}
