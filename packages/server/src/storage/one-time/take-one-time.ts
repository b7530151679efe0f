import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import type { OneTime } from './one-time.ts'

/** What its taker gets. */
export type Taken = Pick<OneTime, 'id' | 'payload' | 'userId'>

const query = hot<{ instanceId: string; purpose: string; hash: string; now: number }, Taken>((db, p) =>
  db
    .updateTable('one_time')
    .set({ used_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('purpose', '=', p('purpose'))
    .where('hash', '=', p('hash'))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', p('now'))
    .returning(['id', 'payload', 'user_id as userId']),
)

/** Uses it up, for the one caller who gets it; `null` for everybody else, and when it is unknown, revoked or expired. */
export async function takeOneTime(
  scope: InstanceScope,
  claim: { readonly purpose: string; readonly hash: string; readonly now: number },
): Promise<Taken | null> {
  return query.first(scope.db, { instanceId: scope.instanceId, purpose: claim.purpose, hash: claim.hash, now: claim.now })
}
