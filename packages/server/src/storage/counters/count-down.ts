import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

const query = hot<{ instanceId: string; key: string; now: number }>((db, p) =>
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
  await query.run(scope.db, { instanceId: scope.instanceId, key: counter.key, now: counter.now })
}
