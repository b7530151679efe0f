import type { InstanceScope } from '../scope.ts'

/** Takes it back before anybody used it; false when somebody did, or it was taken back already. */
export async function revokeOneTime(scope: InstanceScope, what: { readonly id: string; readonly now: number }): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('one_time')
    .set({ revoked_at: what.now })
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', what.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
