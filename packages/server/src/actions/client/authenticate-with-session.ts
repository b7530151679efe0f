import { findMintable, type InstanceScope, type Mintable } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'
import { authenticateClient, proven, type ProvenClient } from './authenticate-client.ts'

/**
 * The client of a token, and beside it, by one query, the session that the request names, when it is one of hers: a token
 * for it is the request that is sent most. Writes nothing.
 */
export async function authenticateWithSession(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  cookie: string | null,
  sessionId: string | undefined,
): Promise<ProvenClient & { readonly mintable: Mintable | null }> {
  const parsed = cookie === null || sessionId === undefined ? null : parseClientToken(cookie)
  const found = parsed && (await findMintable(scope, { clientId: parsed.clientId, sessionId: sessionId! }))
  if (found === null) return { ...(await authenticateClient(ports, scope, cookie)), mintable: null }
  const whose = proven(ports, found.client, parsed!.token)
  return { ...whose, mintable: whose.client && found }
}
