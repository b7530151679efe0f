import type { SystemScope } from '../scope.ts'
import { toSigningKey } from './signing-key.ts'
import type { SigningKey } from './signing-key.ts'

/** The signing keys of an instance, newest first. */
export async function listSigningKeys(scope: SystemScope, instanceId: string): Promise<SigningKey[]> {
  const query = scope.db.kysely.selectFrom('signing_keys').selectAll().where('instance_id', '=', instanceId)
  return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()).map(toSigningKey)
}
