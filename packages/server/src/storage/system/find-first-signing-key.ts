import type { SystemScope } from '../scope.ts'
import { toSigningKey } from './signing-key.ts'
import type { SigningKey } from './signing-key.ts'

/** The oldest signing key of all instances; `null` when there is no instance yet. */
export async function findFirstSigningKey(scope: SystemScope): Promise<SigningKey | null> {
  const row = await scope.db.kysely.selectFrom('signing_keys').selectAll().orderBy('created_at').orderBy('id').limit(1).executeTakeFirst()
  return row === undefined ? null : toSigningKey(row)
}
