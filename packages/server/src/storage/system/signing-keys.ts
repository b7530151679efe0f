import type { SigningKeyRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './instances.ts'

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

/** The oldest signing key of all instances; `null` when there is no instance yet. */
export async function findFirstSigningKey(scope: SystemScope): Promise<SigningKey | null> {
  const row = await scope.db.kysely.selectFrom('signing_keys').selectAll().orderBy('created_at').orderBy('id').limit(1).executeTakeFirst()
  return row === undefined ? null : toSigningKey(row)
}

/** The signing keys of an instance, newest first. */
export async function listSigningKeys(scope: SystemScope, instanceId: string): Promise<SigningKey[]> {
  const query = scope.db.kysely.selectFrom('signing_keys').selectAll().where('instance_id', '=', instanceId)
  return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()).map(toSigningKey)
}

/**
 * Adds a signing key.
 * @throws {Duplicate} `signing_keys_kid_key` when the instance has the `kid`
 */
export async function insertSigningKey(scope: SystemScope, key: SigningKey): Promise<void> {
  await scope.db.kysely
    .insertInto('signing_keys')
    .values({
      instance_id: key.instanceId,
      id: key.id,
      kid: key.kid,
      public_jwk: key.publicJwk,
      sealed_private: key.sealedPrivate,
      status: key.status,
      created_at: key.createdAt,
      due_at: key.dueAt,
      needed_until: key.neededUntil,
    })
    .execute()
  await bumpInstanceVersion(scope, key.instanceId)
}
