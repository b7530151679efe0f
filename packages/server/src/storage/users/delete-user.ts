import type { InstanceScope } from '../scope.ts'

/** Deletes a user with everything that is theirs: addresses, sessions, attempts, tickets. Clients stay, signed out. */
export async function deleteUser(scope: InstanceScope, id: string): Promise<boolean> {
  const { kysely } = scope.db
  const attempts = kysely.selectFrom('attempts').select('id').where('instance_id', '=', scope.instanceId).where('user_id', '=', id)
  await kysely.deleteFrom('verifications').where('instance_id', '=', scope.instanceId).where('attempt_id', 'in', attempts).execute()
  for (const table of ['attempts', 'one_time', 'sessions', 'identifications'] as const) {
    await kysely.deleteFrom(table).where('instance_id', '=', scope.instanceId).where('user_id', '=', id).execute()
  }
  const { numDeletedRows } = await kysely
    .deleteFrom('users')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
