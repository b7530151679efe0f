import type { InstanceScope } from '../scope.ts'

/** Takes back what somebody tried to use too late: a clock set back does not bring it to life. */
export async function burnExpiredOneTime(
  scope: InstanceScope,
  what: { readonly purpose: string; readonly hash: string; readonly now: number },
): Promise<void> {
  await scope.db.kysely
    .updateTable('one_time')
    .set({ revoked_at: what.now })
    .where('instance_id', '=', scope.instanceId)
    .where('purpose', '=', what.purpose)
    .where('hash', '=', what.hash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', what.now)
    .execute()
}
