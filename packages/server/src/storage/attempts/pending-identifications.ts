import type { Attempt } from '../../domain/attempt.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { hot } from '../hot.ts'
import { countRows } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { type AttemptJoinRow, selectAttempts, toAttempt } from './attempts.ts'

const query = hot<{ instanceId: string; userId: string }, AttemptJoinRow>((db, p) =>
  selectAttempts(db)
    .where('a.instance_id', '=', p('instanceId'))
    .where('a.user_id', '=', p('userId'))
    .where('a.kind', '=', 'identification')
    .where('a.status', '=', 'open')
    .orderBy('a.created_at')
    .orderBy('a.id'),
)

/** The addresses a user added and has not proven, oldest first. */
export async function listPendingIdentifications(scope: InstanceScope, userId: string): Promise<Attempt<'identification'>[]> {
  const rows = await query.all(scope.db, { instanceId: scope.instanceId, userId })
  return rows.map((row) => toAttempt<'identification'>(row))
}

/** How many addresses a user added and has not proven. */
export async function countPendingIdentifications(scope: InstanceScope, userId: string): Promise<number> {
  return countRows(
    scope.db.kysely
      .selectFrom('attempts')
      .where('instance_id', '=', scope.instanceId)
      .where('user_id', '=', userId)
      .where('kind', '=', 'identification')
      .where('status', '=', 'open'),
  )
}

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
