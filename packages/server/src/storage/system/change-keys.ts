import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './instances.ts'
import { toSecretKey, type SecretKey } from './secret-keys.ts'
import { toSigningKey, type SigningKey, type SigningKeyStatus } from './signing-keys.ts'

/** Which key: ids are of an instance. */
export interface KeyName {
  readonly instanceId: string
  readonly id: string
}

/** Lets a secret key end at a time; `false` when it is not there. */
export async function expireSecretKey(scope: SystemScope, { instanceId, id }: KeyName, expiresAt: number): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('secret_keys')
    .set({ expires_at: expiresAt })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  await bumpInstanceVersion(scope, instanceId)
  return numUpdatedRows > 0n
}

/** Takes a secret key away for good. Answers it, `null` when another one was faster. */
export async function revokeSecretKey(scope: SystemScope, { instanceId, id }: KeyName, now: number): Promise<SecretKey | null> {
  const row = await scope.db.kysely
    .deleteFrom('secret_keys')
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  await scope.db.kysely
    .insertInto('revoked_keys')
    .values({ instance_id: instanceId, id, kind: 'secret_key', name: row.name, hash: row.hash, revoked_at: now })
    .execute()
  await bumpInstanceVersion(scope, instanceId)
  return toSecretKey(row)
}

/** Secret keys whose time is over. */
export async function listExpiredSecretKeys(scope: SystemScope, now: number): Promise<KeyName[]> {
  const rows = await scope.db.kysely.selectFrom('secret_keys').select(['instance_id', 'id']).where('expires_at', '<=', now).execute()
  return rows.map((row) => ({ instanceId: row.instance_id, id: row.id }))
}

/** The revoked key that has this hash, `null` when none has. */
export async function findRevokedKey(scope: SystemScope, hash: string): Promise<(KeyName & { readonly name: string }) | null> {
  const row = await scope.db.kysely
    .selectFrom('revoked_keys')
    .select(['instance_id', 'id', 'name'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : { instanceId: row.instance_id, id: row.id, name: row.name }
}

/** Writes when a key was used, unless another process has within `grainMs`. Answers whether it was this one, and when it was before. */
export async function touchSecretKey(
  scope: SystemScope,
  { instanceId, id }: KeyName,
  at: { readonly now: number; readonly grainMs: number },
): Promise<{ readonly written: boolean; readonly before: number | null }> {
  const { kysely } = scope.db
  const row = await kysely
    .selectFrom('secret_keys')
    .select('last_used_at')
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return { written: false, before: null }
  const { numUpdatedRows } = await kysely
    .updateTable('secret_keys')
    .set({ last_used_at: at.now })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where((is) => is.or([is('last_used_at', 'is', null), is('last_used_at', '<=', at.now - at.grainMs)]))
    .executeTakeFirst()
  return { written: numUpdatedRows > 0n, before: row.last_used_at }
}

/** Moves a signing key on, from the status it is known to have; `false` when another one was faster. */
export async function moveSigningKey(
  scope: SystemScope,
  { instanceId, id }: KeyName,
  move: { readonly from: SigningKeyStatus; readonly to: SigningKeyStatus; readonly dueAt: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('signing_keys')
    .set({ status: move.to, due_at: move.dueAt })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('status', '=', move.from)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await bumpInstanceVersion(scope, instanceId)
  return numUpdatedRows > 0n
}

/** Takes a signing key away for good, its private half with it; `false` when another one was faster. */
export async function revokeSigningKey(scope: SystemScope, { instanceId, id }: KeyName, now: number): Promise<boolean> {
  const row = await scope.db.kysely
    .deleteFrom('signing_keys')
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .returning('kid')
    .executeTakeFirst()
  if (row === undefined) return false
  await scope.db.kysely
    .insertInto('revoked_keys')
    .values({ instance_id: instanceId, id, kind: 'signing_key', name: row.kid, hash: null, revoked_at: now })
    .execute()
  await bumpInstanceVersion(scope, instanceId)
  return true
}

/** Signing keys whose status is to change by now. */
export async function listDueSigningKeys(scope: SystemScope, now: number): Promise<SigningKey[]> {
  const rows = await scope.db.kysely.selectFrom('signing_keys').selectAll().where('due_at', '<=', now).orderBy('due_at').execute()
  return rows.map(toSigningKey)
}

/** A token that this key signed is good until then: it must be published for as long. */
export async function needSigningKey(
  scope: SystemScope,
  key: { readonly instanceId: string; readonly kid: string },
  until: number,
): Promise<void> {
  await scope.db.kysely
    .updateTable('signing_keys')
    .set({ needed_until: until })
    .where('instance_id', '=', key.instanceId)
    .where('kid', '=', key.kid)
    .where((is) => is.or([is('needed_until', 'is', null), is('needed_until', '<', until)]))
    .execute()
}

/** Keeps others from changing the keys of an instance until the transaction is over. */
export async function lockInstance(scope: SystemScope, instanceId: string): Promise<void> {
  await bumpInstanceVersion(scope, instanceId)
}
