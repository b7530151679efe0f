import { hot } from '../hot.ts'
import type { SystemScope } from '../scope.ts'

/** Where a message is. */
export interface OutboxKey {
  readonly instanceId: string
  readonly id: string
}

const query = hot<OutboxKey & { now: number }>((db, p) =>
  db
    .updateTable('outbox')
    .set({ status: 'sent', sealed: null, error: null, finished_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'due'),
)

/** Messages went out: their content is erased. */
export async function finishOutbox(scope: SystemScope, messages: readonly OutboxKey[], at: { readonly now: number }): Promise<void> {
  await Promise.all(messages.map(({ instanceId, id }) => query.run(scope.db, { instanceId, id, now: at.now })))
}
