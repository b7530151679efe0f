import type { Attempt } from '../../domain/attempt.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { toAttempt } from './attempt-row.ts'
import type { AttemptJoinRow } from './attempt-row.ts'
import { selectAttempts } from './select-attempts.ts'

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
