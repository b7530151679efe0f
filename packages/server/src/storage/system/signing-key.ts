import type { SigningKeyRow } from '../schema.ts'

/** `active` signs; `retired` is only published, for the tokens it signed. */
export type SigningKeyStatus = 'active' | 'retired'

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
  }
}
