import type { Client } from '../../domain/client.ts'
import { hot } from '../hot.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toClient } from './client-row.ts'

const query = hot<{ instanceId: string; id: string }, ClientRow>((db, p) =>
  db.selectFrom('clients').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The client of an id; whether its token is right is for the caller to compare. */
export async function findClient(scope: InstanceScope, id: string): Promise<Client | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toClient(row)
}
