import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { SessionStatus } from '../../domain/session.ts'
import type { Tables } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** Which sessions: all that are given must hold. */
export interface SessionFilter {
  readonly userId?: string
  readonly clientId?: string
  readonly status?: SessionStatus
  /** Epoch milliseconds by which an active session counts as expired; without it the row's own word counts. */
  readonly now?: number
}

/** The sessions of a filter, as a query to go on with. */
export function matchSessions(scope: InstanceScope, filter: SessionFilter): SelectQueryBuilder<Tables, 'sessions', object> {
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
