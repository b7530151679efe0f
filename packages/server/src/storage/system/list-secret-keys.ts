import type { SystemScope } from '../scope.ts'
import { toSecretKey } from './secret-key.ts'
import type { SecretKey } from './secret-key.ts'

/** The Backend API keys of an instance, oldest first. */
export async function listSecretKeys(scope: SystemScope, instanceId: string): Promise<SecretKey[]> {
  const query = scope.db.kysely.selectFrom('secret_keys').selectAll().where('instance_id', '=', instanceId)
  return (await query.orderBy('created_at').orderBy('id').execute()).map(toSecretKey)
}
