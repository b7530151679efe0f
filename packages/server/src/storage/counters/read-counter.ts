import { hot } from '../hot.ts'
import type { CounterRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const query = hot<{ instanceId: string; key: string; now: number }, Pick<CounterRow, 'count' | 'reset_at'>>((db, p) =>
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
  const row = await query.first(scope.db, { instanceId: scope.instanceId, key: counter.key, now: counter.now })
  return { count: row?.count ?? 0, resetAt: row?.reset_at ?? null }
}
