import type { User } from '../../domain/user.ts'
import { hot } from '../hot.ts'
import type { UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toUser } from './user-row.ts'

const query = hot<{ instanceId: string; id: string }, UserRow>((db, p) =>
  db.selectFrom('users').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The user of an id. */
export async function findUser(scope: InstanceScope, id: string): Promise<User | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toUser(row)
}
