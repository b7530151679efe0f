import type { Client } from '../../domain/client.ts'
import { hotUpdate } from '../hot-update.ts'
import { rename } from '../rename.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { previousText } from './client-row.ts'

/** What may change about a client. The three that describe its previous token change together. */
export type ClientPatch = Partial<Omit<Client, 'id' | 'createdAt'>>

const query = hotUpdate('clients')

/**
 * Writes the given properties of a client and leaves the others as they are, as long as its token is still the one that the caller
 * has seen. `updatedAt`, where given, only ever grows.
 * @returns whether it was: a token that was replaced meanwhile writes nothing
 */
export async function updateClient(
  scope: InstanceScope,
  { id, tokenHash }: Pick<Client, 'id' | 'tokenHash'>,
  patch: ClientPatch,
): Promise<boolean> {
  const { prevTokenHash, prevOutgrown, ...more } = patch
  const columns = {
    ...rename<typeof more, ClientRow>(more, {
      tokenHash: 'token_hash',
      prevUntil: 'prev_until',
      signInId: 'sign_in_id',
      signUpId: 'sign_up_id',
      lastActiveSessionId: 'last_active_session_id',
      updatedAt: 'updated_at',
    }),
    ...(prevTokenHash !== undefined && { prev_token_hash: previousText({ prevTokenHash, prevOutgrown: prevOutgrown ?? false }) }),
  }
  return (await query.run(scope, id, columns, { token_hash: tokenHash })) !== null
}
