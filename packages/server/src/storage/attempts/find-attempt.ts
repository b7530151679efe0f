import type { Attempt, AttemptKind } from '../../domain/attempt.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { toAttempt } from './attempt-row.ts'
import type { AttemptJoinRow } from './attempt-row.ts'
import { selectAttempts } from './select-attempts.ts'

const query = hot<{ instanceId: string; id: string; kind: string }, AttemptJoinRow>((db, p) =>
  selectAttempts(db).where('a.instance_id', '=', p('instanceId')).where('a.id', '=', p('id')).where('a.kind', '=', p('kind')),
)

/** The attempt of an id, if it is of this kind, with its verification. Whether it is abandoned is for the reader to judge. */
export async function findAttempt<Kind extends AttemptKind>(scope: InstanceScope, id: string, kind: Kind): Promise<Attempt<Kind> | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, id, kind })
  return row && toAttempt<Kind>(row)
}
