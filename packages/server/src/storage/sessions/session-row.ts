import type { Session, SessionStatus } from '../../domain/session.ts'
import type { SessionRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A row as its domain object. */
export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    clientId: row.client_id,
    userId: row.user_id,
    status: row.status as SessionStatus,
    expireAt: row.expire_at,
    abandonAt: row.abandon_at,
    lastActiveAt: row.last_active_at,
    firstFactorAt: row.fva1_at,
    secondFactorAt: row.fva2_at,
    activity: { ipAddress: row.ip_address, userAgent: row.user_agent },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A domain object as its row. */
export function fromSession(scope: InstanceScope, session: Session): SessionRow {
  return {
    instance_id: scope.instanceId,
    id: session.id,
    client_id: session.clientId,
    user_id: session.userId,
    status: session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    fva1_at: session.firstFactorAt,
    fva2_at: session.secondFactorAt,
    ip_address: session.activity.ipAddress,
    user_agent: session.activity.userAgent,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  }
}
