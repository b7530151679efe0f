import type { Client } from '../../domain/client.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { toClient } from './client-row.ts'

/** Clients, newest first: ids sort by time. The page is cut from the index, so that deep pages stay cheap. */
export async function listClients(scope: InstanceScope, page: Page): Promise<Client[]> {
  const clients = scope.db.kysely.selectFrom('clients').where('instance_id', '=', scope.instanceId).orderBy('id', 'desc')
  const ids = await clients.select('id').limit(page.limit).offset(page.offset).execute()
  if (ids.length === 0) return []
  const rows = await clients
    .selectAll()
    .where(
      'id',
      'in',
      ids.map(({ id }) => id),
    )
    .execute()
  return rows.map(toClient)
}
