import type { Session } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import type { SessionRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './session-row.ts'

const query = hot<{ instanceId: string; id: string }, SessionRow>((db, p) =>
  db.selectFrom('sessions').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The session of an id, ended ones too. */
export async function findSession(scope: InstanceScope, id: string): Promise<Session | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toSession(row)
}
