import type { SigningKeyRow } from '../schema.ts'

/** `next` is published and will sign; `active` signs; `retiring` is only published, for the tokens it signed. A revoked key is deleted. */
export type SigningKeyStatus = 'next' | 'active' | 'retiring'

/** A key that session tokens are signed with. */
export interface SigningKey {
  readonly id: string
  readonly instanceId: string
  readonly kid: string
  /** The public half, a JWK as JSON text. */
  readonly publicJwk: string
  /** The private half, sealed by the caller. */
  readonly sealedPrivate: string
  readonly status: SigningKeyStatus
  readonly createdAt: number
  /** When the next one begins to sign, or the retiring one is withdrawn. */
  readonly dueAt: number | null
  /** The end of the longest token that it signed, where one has a lifetime of its own. */
  readonly neededUntil: number | null
}

/** A row as its domain object. */
export function toSigningKey(row: SigningKeyRow): SigningKey {
  return {
    id: row.id,
    instanceId: row.instance_id,
    kid: row.kid,
    publicJwk: row.public_jwk,
    sealedPrivate: row.sealed_private,
    status: row.status as SigningKeyStatus,
    createdAt: row.created_at,
    dueAt: row.due_at,
    neededUntil: row.needed_until,
  }
}
