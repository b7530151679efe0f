import { countRows } from '../count-rows.ts'
import type { InstanceScope } from '../scope.ts'

/** How many clients the instance has. */
export async function countClients(scope: InstanceScope): Promise<number> {
  return countRows(scope.db.kysely.selectFrom('clients').where('instance_id', '=', scope.instanceId))
}
