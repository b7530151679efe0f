import type { OneTimeRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import type { NewOneTime, OneTime } from './one-time.ts'

/** A row as its domain object. */
export function toOneTime(row: OneTimeRow): OneTime {
  return {
    id: row.id,
    purpose: row.purpose,
    hash: row.hash,
    payload: row.payload,
    userId: row.user_id,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }
}

/** A new one as its row. */
export function fromOneTime(scope: InstanceScope, oneTime: NewOneTime): OneTimeRow {
  return {
    instance_id: scope.instanceId,
    id: oneTime.id,
    purpose: oneTime.purpose,
    hash: oneTime.hash,
    payload: oneTime.payload,
    user_id: oneTime.userId ?? null,
    expires_at: oneTime.expiresAt,
    created_at: oneTime.createdAt,
    used_at: null,
    revoked_at: null,
  }
}
