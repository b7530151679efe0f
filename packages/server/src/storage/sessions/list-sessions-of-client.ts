import type { Session, SessionStatus } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import type { SessionRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './session-row.ts'

const query = hot<{ instanceId: string; clientId: string; status: string }, SessionRow>((db, p) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('status', '=', p('status'))
    .orderBy('created_at')
    .orderBy('id'),
)

/** The sessions a client holds, oldest first. Expiry is for the reader to judge. */
export async function listSessionsOfClient(
  scope: InstanceScope,
  clientId: string,
  filter: { readonly status: SessionStatus },
): Promise<Session[]> {
  const rows = await query.all(scope.db, { instanceId: scope.instanceId, clientId, status: filter.status })
  return rows.map(toSession)
}
