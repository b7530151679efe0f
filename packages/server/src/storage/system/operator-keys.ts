import { hot } from '../hot.ts'
import type { OperatorKeyRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'
import type { KeyName } from './change-keys.ts'

/** A key that changes how an instance is set up, as it is kept: never itself. */
export interface OperatorKey {
  readonly id: string
  readonly instanceId: string
  /** SHA-256 of the key. */
  readonly hash: string
  readonly name: string
  readonly last4: string
  readonly createdAt: number
  /** To the minute; `null` when it was never used. */
  readonly lastUsedAt: number | null
}

/** Adds an operator key. */
export async function insertOperatorKey(scope: SystemScope, key: OperatorKey): Promise<void> {
  await scope.db.kysely
    .insertInto('operator_keys')
    .values({
      instance_id: key.instanceId,
      id: key.id,
      hash: key.hash,
      name: key.name,
      last4: key.last4,
      created_at: key.createdAt,
      last_used_at: key.lastUsedAt,
    })
    .execute()
}

const byHash = hot<{ hash: string }, OperatorKeyRow>((db, p) => db.selectFrom('operator_keys').selectAll().where('hash', '=', p('hash')))

/** The operator key that has this hash, `null` when none has. */
export async function findOperatorKey(scope: SystemScope, hash: string): Promise<OperatorKey | null> {
  const row = await byHash.first(scope.db, { hash })
  return row === null ? null : toOperatorKey(row)
}

/** The operator keys of an instance, oldest first. */
export async function listOperatorKeys(scope: SystemScope, instanceId: string): Promise<OperatorKey[]> {
  const query = scope.db.kysely.selectFrom('operator_keys').selectAll().where('instance_id', '=', instanceId)
  return (await query.orderBy('created_at').orderBy('id').execute()).map(toOperatorKey)
}

/** Takes an operator key away for good. Answers it, `null` when another one was faster. */
export async function revokeOperatorKey(scope: SystemScope, { instanceId, id }: KeyName, now: number): Promise<OperatorKey | null> {
  const row = await scope.db.kysely
    .deleteFrom('operator_keys')
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  await scope.db.kysely
    .insertInto('revoked_keys')
    .values({ instance_id: instanceId, id, kind: 'operator_key', name: row.name, hash: row.hash, revoked_at: now })
    .execute()
  return toOperatorKey(row)
}

/** Writes when a key was used; `false` when it is gone, or another process has written that within `grainMs`. */
export async function touchOperatorKey(
  scope: SystemScope,
  { instanceId, id }: KeyName,
  at: { readonly now: number; readonly grainMs: number },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('operator_keys')
    .set({ last_used_at: at.now })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where((is) => is.or([is('last_used_at', 'is', null), is('last_used_at', '<=', at.now - at.grainMs)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function toOperatorKey(row: OperatorKeyRow): OperatorKey {
  return {
    id: row.id,
    instanceId: row.instance_id,
    hash: row.hash,
    name: row.name,
    last4: row.last4,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
