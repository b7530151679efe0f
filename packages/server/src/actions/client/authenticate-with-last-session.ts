import { findLastMintable, type InstanceScope, type Mintable } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'
import { authenticateClient, proven, type ProvenClient } from './authenticate-client.ts'

/**
 * The client of a token, and beside it, by one query, the session last used on it: what the server of an application asks for
 * once a minute and visitor. Writes nothing.
 */
export async function authenticateWithLastSession(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  token: string | null,
): Promise<ProvenClient & { readonly mintable: Mintable | null }> {
  const parsed = token === null ? null : parseClientToken(token)
  const found = parsed && (await findLastMintable(scope, parsed.clientId))
  if (found === null) return { ...(await authenticateClient(ports, scope, token)), mintable: null }
  const whose = proven(ports, found.client, parsed!.token)
  return { ...whose, mintable: whose.client && found }
}
