import type { Session, SessionStatus } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import type { SessionRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './session-row.ts'

const query = hot<{ instanceId: string; clientId: string; to: string; now: number }, SessionRow>((db, p) =>
  db
    .updateTable('sessions')
    .set({ status: p('to'), updated_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('status', '=', 'active')
    .returningAll(),
)

/** Ends every active session of a client. Answers those it ended. */
export async function endSessionsOfClient(
  scope: InstanceScope,
  clientId: string,
  how: { readonly to: SessionStatus; readonly now: number },
): Promise<Session[]> {
  const rows = await query.all(scope.db, { instanceId: scope.instanceId, clientId, to: how.to, now: how.now })
  return rows.map(toSession)
}
