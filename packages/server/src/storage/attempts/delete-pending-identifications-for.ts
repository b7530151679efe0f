import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

const claims = hot<{ instanceId: string; emailAddress: string }, { id: string }>((db, p) =>
  db
    .selectFrom('attempts')
    .select('id')
    .where('instance_id', '=', p('instanceId'))
    .where('email_address', '=', p('emailAddress'))
    .where('kind', '=', 'identification')
    .where('status', '=', 'open'),
)

/** Drops the claims of everybody else on an address that has now been proven; mostly there are none. Answers how many there were. */
export async function deletePendingIdentificationsFor(scope: InstanceScope, emailAddress: string): Promise<number> {
  const { db, instanceId } = scope
  const ids = (await claims.all(db, { instanceId, emailAddress })).map(({ id }) => id)
  if (ids.length === 0) return 0
  await db.kysely.deleteFrom('verifications').where('instance_id', '=', instanceId).where('attempt_id', 'in', ids).execute()
  await db.kysely.deleteFrom('attempts').where('instance_id', '=', instanceId).where('id', 'in', ids).execute()
  return ids.length
}
