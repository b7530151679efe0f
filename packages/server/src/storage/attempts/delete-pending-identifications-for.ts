import type { InstanceScope } from '../scope.ts'

/** Drops the claims of everybody else on an address that has now been proven. Answers how many there were. */
export async function deletePendingIdentificationsFor(scope: InstanceScope, emailAddress: string): Promise<number> {
  const { kysely } = scope.db
  const claims = kysely
    .selectFrom('attempts')
    .select('id')
    .where('instance_id', '=', scope.instanceId)
    .where('email_address', '=', emailAddress)
    .where('kind', '=', 'identification')
    .where('status', '=', 'open')
  await kysely.deleteFrom('verifications').where('instance_id', '=', scope.instanceId).where('attempt_id', 'in', claims).execute()
  const { numDeletedRows } = await kysely
    .deleteFrom('attempts')
    .where('instance_id', '=', scope.instanceId)
    .where('id', 'in', claims)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
