import { countRows } from '../page.ts'
import type { InstanceScope } from '../scope.ts'

/** How many addresses a user added and has not proven. */
export async function countPendingIdentifications(scope: InstanceScope, userId: string): Promise<number> {
  return countRows(
    scope.db.kysely
      .selectFrom('attempts')
      .where('instance_id', '=', scope.instanceId)
      .where('user_id', '=', userId)
      .where('kind', '=', 'identification')
      .where('status', '=', 'open'),
  )
}
