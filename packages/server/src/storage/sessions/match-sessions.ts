import type { SelectQueryBuilder } from 'kysely'
import type { SessionStatus } from '../../domain/session.ts'
import type { Tables } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** Which sessions: all that are given must hold. */
export interface SessionFilter {
  readonly userId?: string
  readonly clientId?: string
  readonly status?: SessionStatus
}

/** The sessions of a filter, as a query to go on with. */
export function matchSessions(scope: InstanceScope, filter: SessionFilter): SelectQueryBuilder<Tables, 'sessions', object> {
  let query = scope.db.kysely.selectFrom('sessions').where('instance_id', '=', scope.instanceId)
  if (filter.userId !== undefined) query = query.where('user_id', '=', filter.userId)
  if (filter.clientId !== undefined) query = query.where('client_id', '=', filter.clientId)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  return query
}
