import type { Identification } from '../../domain/identification.ts'
import type { User } from '../../domain/user.ts'
import { hot } from '../hot.ts'
import type { UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toUser } from './user-row.ts'

const query = hot<{ instanceId: string; type: string; value: string }, UserRow>((db, p) =>
  db
    .selectFrom('identifications as i')
    .innerJoin('users as u', (on) => on.onRef('u.instance_id', '=', 'i.instance_id').onRef('u.id', '=', 'i.user_id'))
    .selectAll('u')
    .where('i.instance_id', '=', p('instanceId'))
    .where('i.type', '=', p('type'))
    .where('i.value', '=', p('value')),
)

/** The user who has proven this identifier; `null` when nobody has. The value is in its canonical form. */
export async function findUserByIdentifier(scope: InstanceScope, type: Identification['type'], value: string): Promise<User | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, type, value })
  return row && toUser(row)
}
