import type { InstanceScope } from '../scope.ts'

/** Ends the verification of an attempt now, when it is neither used nor over: its target changed, or it was taken back. */
export async function expireVerification(scope: InstanceScope, what: { readonly attemptId: string; readonly now: number }): Promise<void> {
  await scope.db.kysely
    .updateTable('verifications')
    .set({ expires_at: what.now, secret: null })
    .where('instance_id', '=', scope.instanceId)
    .where('attempt_id', '=', what.attemptId)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', what.now)
    .execute()
}
