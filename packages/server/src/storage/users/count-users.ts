import { countRows } from '../count-rows.ts'
import type { InstanceScope } from '../scope.ts'
import { matchUsers } from './match-users.ts'
import type { UserFilter } from './user-filter.ts'

/** How many users a filter finds. */
export async function countUsers(scope: InstanceScope, filter: UserFilter): Promise<number> {
  return countRows(matchUsers(scope, filter))
}
