import type { InstanceScope } from '../scope.ts'

/** Forgets a client. Its sessions keep their rows; end them first. */
export async function deleteClient(scope: InstanceScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await scope.db.kysely
    .deleteFrom('clients')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
