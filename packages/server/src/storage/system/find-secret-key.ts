import { hot } from '../hot.ts'
import type { SecretKeyRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'
import { toSecretKey } from './secret-key.ts'
import type { SecretKey } from './secret-key.ts'

const query = hot<{ hash: string }, SecretKeyRow>((db, p) => db.selectFrom('secret_keys').selectAll().where('hash', '=', p('hash')))

/** The key of the Backend API that has this hash, `null` when none has. */
export async function findSecretKey(scope: SystemScope, hash: string): Promise<SecretKey | null> {
  const row = await query.first(scope.db, { hash })
  return row === null ? null : toSecretKey(row)
}
