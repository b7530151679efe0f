import { hot } from '../hot.ts'
import type { SystemScope } from '../scope.ts'
import type { OutboxKey } from './finish-outbox.ts'

/** A message on its way, and which try of it this is: another worker that took it meanwhile has a higher one. */
export type HeldMessage = OutboxKey & { readonly tries: number }

const query = hot<HeldMessage & { until: number }>((db, p) =>
  db
    .updateTable('outbox')
    .set({ next_at: p('until') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'due')
    .where('tries', '=', p('tries')),
)

/** Keeps messages that are still being sent for this process, so that a lease can be short and a send long. */
export async function extendLeases(scope: SystemScope, messages: readonly HeldMessage[], lease: { readonly until: number }): Promise<void> {
  for (const { instanceId, id, tries } of messages) await query.run(scope.db, { instanceId, id, tries, until: lease.until })
}
