import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

const query = hot<{ instanceId: string; clientId: string; userId: string; since: number }, { id: string }>((db, p) =>
  db
    .selectFrom('sessions')
    .select('id')
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('created_at', '>', p('since'))
    .where('user_id', '=', p('userId'))
    .limit(1),
)

/** Did this client ever hold a session of this user that began after `since` (epoch milliseconds)? */
export async function clientKnowsUser(
  scope: InstanceScope,
  device: { readonly clientId: string; readonly userId: string; readonly since: number },
): Promise<boolean> {
  const { clientId, userId, since } = device
  return (await query.first(scope.db, { instanceId: scope.instanceId, clientId, userId, since })) !== null
}
