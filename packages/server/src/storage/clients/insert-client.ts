import type { Client } from '../../domain/client.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { fromClient } from './client-row.ts'

const query = hotInsert('clients')

/** Adds a client. */
export async function insertClient(scope: InstanceScope, client: Client): Promise<void> {
  await query.run(scope.db, fromClient(scope, client))
}
