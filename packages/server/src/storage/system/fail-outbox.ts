import type { SystemScope } from '../scope.ts'
import type { OutboxKey } from './finish-outbox.ts'

/** A message will never go out: its content is erased, the reason stays. */
export async function failOutbox(
  scope: SystemScope,
  { instanceId, id }: OutboxKey,
  failure: { readonly now: number; readonly error: string },
): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ status: 'failed', sealed: null, error: failure.error, finished_at: failure.now })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}
