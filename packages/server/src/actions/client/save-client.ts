import type { Client } from '../../domain/client.ts'
import { insertClient, type InstanceScope, updateClient } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { newClient } from './new-client.ts'
import { rotated } from './rotated.ts'

/**
 * Writes a change of the caller's client, making the client when the caller has none.
 * @param rotate replace the token: whenever sessions change, so that a token someone else may know is worth nothing
 */
export async function saveClient(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: Pick<FrontendCall, 'client'>,
  scope: InstanceScope,
  prospect: { readonly client: Client; readonly token: string } | null,
  change: Partial<Client>,
  rotate: boolean,
): Promise<ClientOutcome> {
  if (call.client === null) {
    const made = prospect ?? newClient(ports)
    const client = { ...made.client, ...change }
    await insertClient(scope, client)
    return { client, newToken: made.token }
  }
  const rotation = rotate ? rotated(ports, call.client) : null
  const patch = { ...change, ...rotation?.change }
  await updateClient(scope, call.client.id, patch)
  return { client: { ...call.client, ...patch }, newToken: rotation?.token ?? null }
}
