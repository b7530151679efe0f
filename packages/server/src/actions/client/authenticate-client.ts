import type { Client, ClientProof } from '../../domain/client.ts'
import { findClient, type InstanceScope } from '../../storage/index.ts'
import { parseClientToken } from '../../tokens/client-token.ts'
import type { Ports } from '../ports.ts'
import { clientProof } from './client-proof.ts'

/** A client, and what the token that was shown is to it. */
export interface ProvenClient {
  readonly client: Client | null
  /** `null` when there is no client. */
  readonly proof: ClientProof | null
}

/** Nobody. */
export const UNPROVEN: ProvenClient = { client: null, proof: null }

/** The client that a token belongs to. Writes nothing. */
export async function authenticateClient(ports: Pick<Ports, 'clock'>, scope: InstanceScope, cookie: string | null): Promise<ProvenClient> {
  const parsed = cookie === null ? null : parseClientToken(cookie)
  if (parsed === null) return UNPROVEN
  const client = await findClient(scope, parsed.clientId)
  return client === null ? UNPROVEN : proven(ports, client, parsed.token)
}

/** A client that was read, if the token is one of its own. */
export function proven(ports: Pick<Ports, 'clock'>, client: Client, token: string): ProvenClient {
  const proof = clientProof(ports, client, token)
  return proof === null ? UNPROVEN : { client, proof }
}
