import { sql } from 'kysely'
import { hot, type HotQuery } from '../hot.ts'
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

/** A limit: its counter, how much it may count, and in which time. */
export interface Limit {
  readonly key: string
  readonly max: number
  readonly windowMs: number
}

interface CountParams {
  readonly [name: string]: string | number
}

/** A query for each number of counters that are counted on together. */
const countUpQueries = new Map<number, HotQuery<CountParams, CountedRow>>()

type CountedRow = Pick<CounterRow, 'key' | 'count' | 'reset_at'>

function countUpQuery(limits: number): HotQuery<CountParams, CountedRow> {
  let query = countUpQueries.get(limits)
  if (query === undefined) countUpQueries.set(limits, (query = buildCountUp(limits)))
  return query
}

function buildCountUp(limits: number): HotQuery<CountParams, CountedRow> {
  return hot((db, p) => {
    const numbers = Array.from({ length: limits }, (_, index) => index)
    const integer = (name: string) => sql<number>`cast(${p(name)} as bigint)`
    const over = sql<boolean>`counters.reset_at <= ${integer('now')}`
    const most = sql.join(
      numbers.map((index) => sql`when ${p(`key${index}`)} then ${integer(`max${index}`)}`),
      sql` `,
    )
    return db
      .insertInto('counters')
      .values(
        numbers.map((index) => ({
          instance_id: p('instanceId') as never,
          key: p(`key${index}`) as never,
          count: integer('by'),
          reset_at: integer(`resetAt${index}`),
        })),
      )
      .onConflict((on) =>
        on
          .columns(['instance_id', 'key'])
          .doUpdateSet({
            count: sql<number>`case when ${over} then excluded.count else counters.count + excluded.count end`,
            reset_at: sql<number>`case when ${over} then excluded.reset_at else counters.reset_at end`,
          })
          .where(sql<boolean>`(${over} or counters.count < case counters.key ${most} end)`),
      )
      .returning(['key', 'count', 'reset_at'])
  })
}

/**
 * Counts one up in several fixed windows, each of which begins with its first count. One statement decides, so any number of processes
 * together never pass a `max`. A window that is full is left as it is; the others are counted all the same.
 * @param by 0 only looks whether there is room, and keeps others from counting until the transaction ends
 * @returns where each limit stands, in their order
 */
export async function countUpAll(
  scope: InstanceScope,
  limits: readonly Limit[],
  { now, by = 1 }: { readonly now: number; readonly by?: 0 | 1 },
): Promise<readonly Counted[]> {
  const open = limits.filter(({ max }) => max > 0)
  if (open.length === 0) return limits.map(({ windowMs }) => ({ ok: false, count: 0, resetAt: now + windowMs }))
  const each = open.map(({ key, max, windowMs }, index) => ({
    [`key${index}`]: key,
    [`max${index}`]: max,
    [`resetAt${index}`]: now + windowMs,
  }))
  const rows = await countUpQuery(open.length).all(scope.db, Object.assign({ instanceId: scope.instanceId, now, by }, ...each))
  const counted = new Map(rows.map((row) => [row.key, row]))
  return Promise.all(
    limits.map(async ({ key, windowMs }) => {
      const row = counted.get(key)
      if (row !== undefined) return { ok: true, count: row.count, resetAt: row.reset_at }
      const full = await readCounter(scope, { key, now })
      return { ok: false, count: full.count, resetAt: full.resetAt ?? now + windowMs }
    }),
  )
}

/** The same with a single limit. */
export async function countUp(scope: InstanceScope, { now, ...limit }: Limit & { readonly now: number }): Promise<Counted> {
  const [counted] = await countUpAll(scope, [limit], { now })
  return counted!
}

const countDownQuery = hot<{ instanceId: string; key: string; now: number; resetAt: number }>((db, p) =>
  db
    .updateTable('counters')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('instance_id', '=', p('instanceId'))
    .where('key', '=', p('key'))
    .where('count', '>', 0)
    .where('reset_at', '=', p('resetAt'))
    .where('reset_at', '>', p('now')),
)

/**
 * Takes one count back in an open window: a guess that turned out right is not held against anybody.
 * @param counter.resetAt the window in which it was counted; one that began since has counted others
 */
export async function countDown(
  scope: InstanceScope,
  { key, now, resetAt }: { readonly key: string; readonly now: number; readonly resetAt: number },
): Promise<void> {
  await countDownQuery.run(scope.db, { instanceId: scope.instanceId, key, now, resetAt })
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
