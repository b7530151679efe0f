import type { Session } from '../../domain/session.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchSessions } from './match-sessions.ts'
import type { SessionFilter } from './match-sessions.ts'
import { toSession } from './session-row.ts'

/** Sessions, newest first. */
export async function listSessions(scope: InstanceScope, filter: SessionFilter, page: Page): Promise<Session[]> {
  let ids = matchSessions(scope, filter).select('id').limit(page.limit).offset(page.offset)
  if (filter.userId !== undefined || filter.clientId !== undefined) ids = ids.orderBy('created_at', 'desc')
  const rows = await scope.db.kysely
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', scope.instanceId)
    .where('id', 'in', ids.orderBy('id', 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toSession)
}
