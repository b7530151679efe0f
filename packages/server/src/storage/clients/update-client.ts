import type { Client } from '../../domain/client.ts'
import { hotUpdate } from '../hot-update.ts'
import { rename } from '../rename.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** What may change about a client. */
export type ClientPatch = Partial<Omit<Client, 'id' | 'createdAt'>>

const query = hotUpdate('clients')

/** Writes the given properties of a client and leaves the others as they are. `updatedAt`, where given, only ever grows. */
export async function updateClient(scope: InstanceScope, id: string, patch: ClientPatch): Promise<void> {
  const columns = rename<ClientPatch, ClientRow>(patch, {
    tokenHash: 'token_hash',
    prevTokenHash: 'prev_token_hash',
    prevUntil: 'prev_until',
    signInId: 'sign_in_id',
    signUpId: 'sign_up_id',
    lastActiveSessionId: 'last_active_session_id',
    updatedAt: 'updated_at',
  })
  if (Object.keys(columns).length > 0) await query.run(scope, id, columns)
}
