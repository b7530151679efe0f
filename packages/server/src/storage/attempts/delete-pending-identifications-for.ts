import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

const claims = hot<{ instanceId: string; value: string }, { id: string }>((db, p) =>
  db
    .selectFrom('attempts')
    .select('id')
    .where('instance_id', '=', p('instanceId'))
    // The column of every kind of identifier: it keeps the name it had when there was one kind, and no two kinds look alike.
    .where('email_address', '=', p('value'))
    .where('kind', '=', 'identification')
    .where('status', '=', 'open'),
)

/** Drops the claims of everybody else on an identifier that has now been proven; mostly there are none. Answers how many there were. */
export async function deletePendingIdentificationsFor(scope: InstanceScope, { value }: Identifier): Promise<number> {
  const { db, instanceId } = scope
  const ids = (await claims.all(db, { instanceId, value })).map(({ id }) => id)
  if (ids.length === 0) return 0
  await db.kysely.deleteFrom('verifications').where('instance_id', '=', instanceId).where('attempt_id', 'in', ids).execute()
  await db.kysely.deleteFrom('attempts').where('instance_id', '=', instanceId).where('id', 'in', ids).execute()
  return ids.length
}
