import type { SystemScope } from '../scope.ts'
import type { OutboxKey } from './finish-outbox.ts'

/** A message did not go out this time; it is due again at `nextAt`. The error, where there is one, holds no content of the message. */
export async function retryOutbox(
  scope: SystemScope,
  { instanceId, id }: OutboxKey,
  retry: { readonly nextAt: number; readonly error: string | null },
): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ next_at: retry.nextAt, error: retry.error })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}
