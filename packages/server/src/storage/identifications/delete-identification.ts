import type { InstanceScope } from '../scope.ts'

/** Takes an address from its user; from then on it is anybody's to prove. */
export async function deleteIdentification(scope: InstanceScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await scope.db.kysely
    .deleteFrom('identifications')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
