import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { type Mintable, type MintableRow, selectMintables, toMintable } from './mintable-row.ts'

const query = hot<{ instanceId: string; clientId: string }, MintableRow>((db, p) =>
  selectMintables(db)
    .where('c.instance_id', '=', p('instanceId'))
    .where('c.id', '=', p('clientId'))
    .where('s.instance_id', '=', p('instanceId'))
    .whereRef('s.id', '=', 'c.last_active_session_id'),
)

/** What minting a token for the session last used on a client takes, in one read; `null` when there is no such client or session. */
export async function findLastMintable(scope: InstanceScope, clientId: string): Promise<Mintable | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, clientId })
  return row && toMintable(row)
}
