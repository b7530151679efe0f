import type { InstanceScope } from '../scope.ts'

/** Erases the secret of a verification that somebody saw to be over: a clock set back does not bring it to life. */
export async function burnExpiredVerification(
  scope: InstanceScope,
  what: { readonly attemptId: string; readonly now: number },
): Promise<void> {
  await scope.db.kysely
    .updateTable('verifications')
    .set({ secret: null })
    .where('instance_id', '=', scope.instanceId)
    .where('attempt_id', '=', what.attemptId)
    .where('consumed_at', 'is', null)
    .where('secret', 'is not', null)
    .where('expires_at', '<=', what.now)
    .execute()
}
