import type { OneTimeRow } from '../schema.ts'
import type { OneTime } from './one-time.ts'

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
