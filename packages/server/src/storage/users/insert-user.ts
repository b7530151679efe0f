import type { User } from '../../domain/user.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { fromUser } from './user-row.ts'

const query = hotInsert('users')

/**
 * Adds a user; the addresses come after it.
 * @throws {Duplicate} `users_external_id_key` when the external id is taken
 */
export async function insertUser(scope: InstanceScope, user: User): Promise<void> {
  await query.run(scope.db, fromUser(scope, user))
}
