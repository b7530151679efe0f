import type { InstanceScope } from '../scope.ts'

/** Gives up an attempt that somebody saw to be over: a clock set back does not bring it to life. */
export async function abandonAttempt(scope: InstanceScope, what: { readonly id: string; readonly now: number }): Promise<void> {
  await scope.db.kysely
    .updateTable('attempts')
    .set((row) => ({ status: 'abandoned' as const, version: row('version', '+', 1), updated_at: what.now }))
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', what.id)
    .where('status', '=', 'open')
    .where('abandon_at', '<=', what.now)
    .execute()
}
