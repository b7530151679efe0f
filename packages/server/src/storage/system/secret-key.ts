import type { SecretKeyRow } from '../schema.ts'

/** A key of the Backend API as it is kept: never itself. */
export interface SecretKey {
  readonly id: string
  readonly instanceId: string
  /** SHA-256 of the key. */
  readonly hash: string
  /** A sealed copy, on development instances, so that it can be printed again. */
  readonly sealed: string | null
  readonly name: string
  readonly last4: string
  readonly createdAt: number
  /** To the minute; `null` when it was never used. */
  readonly lastUsedAt: number | null
  /** Good until then; `null` for a key without an end. */
  readonly expiresAt: number | null
}

/** A row as its domain object. */
export function toSecretKey(row: SecretKeyRow): SecretKey {
  return {
    id: row.id,
    instanceId: row.instance_id,
    hash: row.hash,
    sealed: row.sealed,
    name: row.name,
    last4: row.last4,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }
}
