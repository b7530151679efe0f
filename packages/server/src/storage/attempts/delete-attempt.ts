import type { InstanceScope } from '../scope.ts'

/** Deletes an attempt and its verification. */
export async function deleteAttempt(scope: InstanceScope, id: string): Promise<boolean> {
  const { kysely } = scope.db
  await kysely.deleteFrom('verifications').where('instance_id', '=', scope.instanceId).where('attempt_id', '=', id).execute()
  const { numDeletedRows } = await kysely
    .deleteFrom('attempts')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
