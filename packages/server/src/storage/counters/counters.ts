import { sql } from 'kysely'
import { hot } from '../hot.ts'
import type { CounterRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** Where a limit stands. */
export interface Counted {
  /** False: the window was full already, and nothing was written. */
  readonly ok: boolean
  readonly count: number
  /** When the window ends, epoch milliseconds. */
  readonly resetAt: number
}

const countUpQuery = hot<
  { instanceId: string; key: string; max: number; now: number; resetAt: number },
  Pick<CounterRow, 'count' | 'reset_at'>
>((db, p) => {
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
})

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
  const row = await countUpQuery.first(scope.db, { instanceId: scope.instanceId, key, max, now, resetAt })
  if (row !== null) return { ok: true, count: row.count, resetAt: row.reset_at }
  const full = await readCounter(scope, { key, now })
  return { ok: false, count: full.count, resetAt: full.resetAt ?? resetAt }
}

const countDownQuery = hot<{ instanceId: string; key: string; now: number }>((db, p) =>
  db
    .updateTable('counters')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('instance_id', '=', p('instanceId'))
    .where('key', '=', p('key'))
    .where('count', '>', 0)
    .where('reset_at', '>', p('now')),
)

/** Takes one count back in an open window: a guess that turned out right is not held against anybody. */
export async function countDown(scope: InstanceScope, counter: { readonly key: string; readonly now: number }): Promise<void> {
  await countDownQuery.run(scope.db, { instanceId: scope.instanceId, key: counter.key, now: counter.now })
}

const readCounterQuery = hot<{ instanceId: string; key: string; now: number }, Pick<CounterRow, 'count' | 'reset_at'>>((db, p) =>
  db
    .selectFrom('counters')
    .select(['count', 'reset_at'])
    .where('instance_id', '=', p('instanceId'))
    .where('key', '=', p('key'))
    .where('reset_at', '>', p('now')),
)

/** How much a window has counted; nothing, and no end, when none is open. */
export async function readCounter(
  scope: InstanceScope,
  counter: { readonly key: string; readonly now: number },
): Promise<{ readonly count: number; readonly resetAt: number | null }> {
  const row = await readCounterQuery.first(scope.db, { instanceId: scope.instanceId, key: counter.key, now: counter.now })
  return { count: row?.count ?? 0, resetAt: row?.reset_at ?? null }
}
