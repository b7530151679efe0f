import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './bump-instance-version.ts'
import type { SigningKey } from './signing-key.ts'

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
