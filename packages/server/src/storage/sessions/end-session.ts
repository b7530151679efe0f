import type { SessionStatus } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

const query = hot<{ instanceId: string; id: string; to: string; now: number }>((db, p) =>
  db
    .updateTable('sessions')
    .set({ status: p('to'), updated_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'active'),
)

/** Ends an active session; false when it had ended already, and then nothing changes. */
export async function endSession(
  scope: InstanceScope,
  id: string,
  how: { readonly to: SessionStatus; readonly now: number },
): Promise<boolean> {
  return (await query.run(scope.db, { instanceId: scope.instanceId, id, to: how.to, now: how.now })) > 0
}
