import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { Session, SessionStatus } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import { countRows, type Page } from '../page.ts'
import type { SessionRow, Tables } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './sessions.ts'

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

/** How many sessions a filter finds. */
export async function countSessions(scope: InstanceScope, filter: SessionFilter): Promise<number> {
  return countRows(matchSessions(scope, filter))
}

const listSessionsOfClientQuery = hot<{ instanceId: string; clientId: string; status: string }, SessionRow>((db, p) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('status', '=', p('status'))
    .orderBy('created_at')
    .orderBy('id'),
)

/** The sessions a client holds, oldest first. Expiry is for the reader to judge. */
export async function listSessionsOfClient(
  scope: InstanceScope,
  clientId: string,
  filter: { readonly status: SessionStatus },
): Promise<Session[]> {
  const rows = await listSessionsOfClientQuery.all(scope.db, { instanceId: scope.instanceId, clientId, status: filter.status })
  return rows.map(toSession)
}

const clientKnowsUserQuery = hot<{ instanceId: string; clientId: string; userId: string; since: number }, { id: string }>((db, p) =>
  db
    .selectFrom('sessions')
    .select('id')
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('created_at', '>', p('since'))
    .where('user_id', '=', p('userId'))
    .limit(1),
)

/** Did this client ever hold a session of this user that began after `since` (epoch milliseconds)? */
export async function clientKnowsUser(
  scope: InstanceScope,
  device: { readonly clientId: string; readonly userId: string; readonly since: number },
): Promise<boolean> {
  const { clientId, userId, since } = device
  return (await clientKnowsUserQuery.first(scope.db, { instanceId: scope.instanceId, clientId, userId, since })) !== null
}

/** Which sessions: all that are given must hold. */
export interface SessionFilter {
  readonly userId?: string
  readonly clientId?: string
  readonly status?: SessionStatus
  /** Epoch milliseconds by which an active session counts as expired; without it the row's own word counts. */
  readonly now?: number
}

/** The sessions of a filter, as a query to go on with. */
function matchSessions(scope: InstanceScope, filter: SessionFilter): SelectQueryBuilder<Tables, 'sessions', object> {
  let query = scope.db.kysely.selectFrom('sessions').where('instance_id', '=', scope.instanceId)
  if (filter.userId !== undefined) query = query.where('user_id', '=', filter.userId)
  if (filter.clientId !== undefined) query = query.where('client_id', '=', filter.clientId)
  return filter.status === undefined ? query : query.where((row) => ofStatus(row, filter.status!, filter.now))
}

/** Nothing rewrites a row when its time is over, so expiry is read from the clock. */
function ofStatus(row: ExpressionBuilder<Tables, 'sessions'>, status: SessionStatus, now: number | undefined) {
  const said = row('status', '=', status)
  if (now === undefined) return said
  if (status === 'active') return row.and([said, row('expire_at', '>', now)])
  if (status !== 'expired') return said
  return row.or([said, row.and([row('status', '=', 'active'), row('expire_at', '<=', now)])])
}
