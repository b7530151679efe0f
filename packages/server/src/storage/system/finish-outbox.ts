import type { SystemScope } from '../scope.ts'

/** A message went out: its content is erased. */
export async function finishOutbox(scope: SystemScope, id: string, at: { readonly now: number }): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ status: 'sent', sealed: null, error: null, finished_at: at.now })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}
