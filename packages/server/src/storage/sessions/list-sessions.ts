import type { Session } from '../../domain/session.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchSessions } from './match-sessions.ts'
import type { SessionFilter } from './match-sessions.ts'
import { toSession } from './session-row.ts'

/** Sessions, newest first. The page is cut from an index, so that deep pages stay cheap. */
export async function listSessions(scope: InstanceScope, filter: SessionFilter, page: Page): Promise<Session[]> {
  let newest = matchSessions(scope, filter).select('id').limit(page.limit).offset(page.offset)
  if (filter.userId !== undefined || filter.clientId !== undefined) newest = newest.orderBy('created_at', 'desc')
  const ids = await newest.orderBy('id', 'desc').execute()
  if (ids.length === 0) return []
  const rows = await scope.db.kysely
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', scope.instanceId)
    .where(
      'id',
      'in',
      ids.map(({ id }) => id),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toSession)
}
