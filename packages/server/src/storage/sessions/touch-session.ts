import { sql } from 'kysely'
import type { Activity } from '../../domain/session.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

interface Params {
  instanceId: string
  id: string
  now: number
  ipAddress: string | null
  userAgent: string | null
}

const query = hot<Params>((db, p) =>
  db
    .updateTable('sessions')
    .set({
      last_active_at: sql<number>`case when last_active_at > ${p('now')} then last_active_at else ${p('now')} end`,
      updated_at: p('now'),
      ip_address: p('ipAddress'),
      user_agent: p('userAgent'),
    })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'active')
    .where('expire_at', '>', p('now')),
)

/** Notes that a session is in use, and from where. Only a live one: touching never brings a session back. */
export async function touchSession(
  scope: InstanceScope,
  id: string,
  touch: { readonly now: number; readonly activity: Activity },
): Promise<boolean> {
  const { ipAddress, userAgent } = touch.activity
  return (await query.run(scope.db, { instanceId: scope.instanceId, id, now: touch.now, ipAddress, userAgent })) > 0
}
