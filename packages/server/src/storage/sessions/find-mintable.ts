import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { type Mintable, type MintableRow, selectMintables, toMintable } from './mintable-row.ts'

const query = hot<{ instanceId: string; clientId: string; sessionId: string }, MintableRow>((db, p) =>
  selectMintables(db)
    .where('s.instance_id', '=', p('instanceId'))
    .where('s.id', '=', p('sessionId'))
    .where('s.client_id', '=', p('clientId')),
)

/** All that minting a token asks of the database, in one read; `null` when this client never held this session. */
export async function findMintable(
  scope: InstanceScope,
  ids: { readonly clientId: string; readonly sessionId: string },
): Promise<Mintable | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, clientId: ids.clientId, sessionId: ids.sessionId })
  return row && toMintable(row)
}
