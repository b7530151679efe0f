import { sql } from 'kysely'
import { hot } from '../hot.ts'
import type { CounterRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { readCounter } from './read-counter.ts'

/** Where a limit stands. */
export interface Counted {
  /** False: the window was full already, and nothing was written. */
  readonly ok: boolean
  readonly count: number
  /** When the window ends, epoch milliseconds. */
  readonly resetAt: number
}

const query = hot<{ instanceId: string; key: string; max: number; now: number; resetAt: number }, Pick<CounterRow, 'count' | 'reset_at'>>(
  (db, p) => {
    const over = sql<boolean>`counters.reset_at <= ${p('now')}`
    return db
      .insertInto('counters')
      .values({ instance_id: p('instanceId'), key: p('key'), count: 1, reset_at: p('resetAt') })
      .onConflict((on) =>
        on
          .columns(['instance_id', 'key'])
          .doUpdateSet({
            count: sql<number>`case when ${over} then 1 else counters.count + 1 end`,
            reset_at: sql<number>`case when ${over} then excluded.reset_at else counters.reset_at end`,
          })
          .where(sql<boolean>`(${over} or counters.count < ${p('max')})`),
      )
      .returning(['count', 'reset_at'])
  },
)

/**
 * Counts one up in a fixed window that begins with its first count. One statement decides, so any number of processes
 * together never pass `max`.
 */
export async function countUp(
  scope: InstanceScope,
  limit: { readonly key: string; readonly max: number; readonly windowMs: number; readonly now: number },
): Promise<Counted> {
  const { key, max, windowMs, now } = limit
  const resetAt = now + windowMs
  if (max < 1) return { ok: false, count: 0, resetAt }
  const row = await query.first(scope.db, { instanceId: scope.instanceId, key, max, now, resetAt })
  if (row !== null) return { ok: true, count: row.count, resetAt: row.reset_at }
  const full = await readCounter(scope, { key, now })
  return { ok: false, count: full.count, resetAt: full.resetAt ?? resetAt }
}
