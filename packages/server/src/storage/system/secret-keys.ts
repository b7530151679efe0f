import { hot } from '../hot.ts'
import type { SecretKeyRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './instances.ts'

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

const query = hot<{ hash: string }, SecretKeyRow>((db, p) => db.selectFrom('secret_keys').selectAll().where('hash', '=', p('hash')))

/** The key of the Backend API that has this hash, `null` when none has. */
export async function findSecretKey(scope: SystemScope, hash: string): Promise<SecretKey | null> {
  const row = await query.first(scope.db, { hash })
  return row === null ? null : toSecretKey(row)
}

/** The Backend API keys of an instance, oldest first. */
export async function listSecretKeys(scope: SystemScope, instanceId: string): Promise<SecretKey[]> {
  const query = scope.db.kysely.selectFrom('secret_keys').selectAll().where('instance_id', '=', instanceId)
  return (await query.orderBy('created_at').orderBy('id').execute()).map(toSecretKey)
}

/** Adds a key of the Backend API. */
export async function insertSecretKey(scope: SystemScope, key: SecretKey): Promise<void> {
  await scope.db.kysely
    .insertInto('secret_keys')
    .values({
      instance_id: key.instanceId,
      id: key.id,
      hash: key.hash,
      sealed: key.sealed,
      name: key.name,
      last4: key.last4,
      created_at: key.createdAt,
      last_used_at: key.lastUsedAt,
      expires_at: key.expiresAt,
    })
    .execute()
  await bumpInstanceVersion(scope, key.instanceId)
}
