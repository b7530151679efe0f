import type { SystemScope } from '../scope.ts'

/** A message will never go out: its content is erased, the reason stays. */
export async function failOutbox(
  scope: SystemScope,
  id: string,
  failure: { readonly now: number; readonly error: string },
): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ status: 'failed', sealed: null, error: failure.error, finished_at: failure.now })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}
