import type { Session, SessionStatus } from '../../domain/session.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './session-row.ts'

/** Ends every active session of a user but, when given, one. Answers those it ended. */
export async function endSessionsOfUser(
  scope: InstanceScope,
  userId: string,
  how: { readonly to: SessionStatus; readonly now: number; readonly exceptSessionId?: string },
): Promise<Session[]> {
  let query = scope.db.kysely
    .updateTable('sessions')
    .set({ status: how.to, updated_at: how.now })
    .where('instance_id', '=', scope.instanceId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
  if (how.exceptSessionId !== undefined) query = query.where('id', '!=', how.exceptSessionId)
  return (await query.returningAll().execute()).map(toSession)
}
