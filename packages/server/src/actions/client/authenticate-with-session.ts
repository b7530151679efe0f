import type { Client } from '../../domain/client.ts'
import { findMintable, type InstanceScope, type Mintable } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'
import { authenticateClient, isProven } from './authenticate-client.ts'

/**
 * The client of a token, and beside it, by one query, the session that the request names, when it is one of hers: a token
 * for it is the request that is sent most. Writes nothing.
 */
export async function authenticateWithSession(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  cookie: string | null,
  sessionId: string | undefined,
): Promise<{ readonly client: Client | null; readonly mintable: Mintable | null }> {
  const parsed = cookie === null || sessionId === undefined ? null : parseClientToken(cookie)
  const found = parsed && (await findMintable(scope, { clientId: parsed.clientId, sessionId: sessionId! }))
  if (found === null) return { client: await authenticateClient(ports, scope, cookie), mintable: null }
  return isProven(ports, found.client, parsed!.token) ? { client: found.client, mintable: found } : { client: null, mintable: null }
}
