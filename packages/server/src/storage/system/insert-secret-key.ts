import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './bump-instance-version.ts'
import type { SecretKey } from './secret-key.ts'

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
