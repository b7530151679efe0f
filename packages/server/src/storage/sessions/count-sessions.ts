import { countRows } from '../count-rows.ts'
import type { InstanceScope } from '../scope.ts'
import { matchSessions } from './match-sessions.ts'
import type { SessionFilter } from './match-sessions.ts'

/** How many sessions a filter finds. */
export async function countSessions(scope: InstanceScope, filter: SessionFilter): Promise<number> {
  return countRows(matchSessions(scope, filter))
}
