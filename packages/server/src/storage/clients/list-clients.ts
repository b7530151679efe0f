import type { Client } from '../../domain/client.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { toClient } from './client-row.ts'

/** Clients, newest first (ids sort by time). */
export async function listClients(scope: InstanceScope, page: Page): Promise<Client[]> {
  const ids = scope.db.kysely
    .selectFrom('clients')
    .select('id')
    .where('instance_id', '=', scope.instanceId)
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
  const rows = await scope.db.kysely
    .selectFrom('clients')
    .selectAll()
    .where('instance_id', '=', scope.instanceId)
    .where('id', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toClient)
}
