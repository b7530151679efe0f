import type { Attempt, AttemptKind } from '../../domain/attempt.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { type AttemptFurtherJoinRow, toAttempt, withFurther } from './attempt-row.ts'
import { selectWithFurther } from './select-attempts.ts'

const query = hot<{ instanceId: string; id: string; kind: string }, AttemptFurtherJoinRow>((db, p) =>
  selectWithFurther(db).where('a.instance_id', '=', p('instanceId')).where('a.id', '=', p('id')).where('a.kind', '=', p('kind')),
)

/** The attempt of an id, if it is of this kind, with its verifications. Whether it is abandoned is for the reader to judge. */
export async function findAttempt<Kind extends AttemptKind>(scope: InstanceScope, id: string, kind: Kind): Promise<Attempt<Kind> | null> {
  const rows = await query.all(scope.db, { instanceId: scope.instanceId, id, kind })
  const [first] = rows
  return first === undefined ? null : rows.reduce(withFurther, toAttempt<Kind>(first))
}
