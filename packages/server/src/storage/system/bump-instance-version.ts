import type { SystemScope } from '../scope.ts'

/** Lets every process know that what it holds of an instance is old. */
export async function bumpInstanceVersion(scope: SystemScope, id: string): Promise<void> {
  await scope.db.kysely
    .updateTable('instances')
    .set((row) => ({ settings_version: row('settings_version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
