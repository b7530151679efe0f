import type { Client } from '../../domain/client.ts'
import { Refusal } from '../../domain/refusal.ts'
import { insertClient, type InstanceScope, updateClient } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { newClient } from './new-client.ts'
import { requireCurrent } from './require-current.ts'
import { rotated, type Rotation } from './rotated.ts'

/**
 * Writes a change of the caller's client, making the client when the caller has none.
 * @param rotate replaces the token: whenever sessions change, so that a token someone else may know is worth nothing
 * @throws Refusal `signed_out` when the token was replaced meanwhile, also by a request that runs beside this one
 */
export async function saveClient(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: Pick<FrontendCall, 'client' | 'proof'>,
  scope: InstanceScope,
  prospect: { readonly client: Client; readonly token: string } | null,
  change: Partial<Client>,
  rotate: Rotation | null,
): Promise<ClientOutcome> {
  if (call.client === null) {
    const made = prospect ?? newClient(ports)
    const client = { ...made.client, ...change }
    await insertClient(scope, client)
    return { client, newToken: made.token }
  }
  requireCurrent(call)
  const rotation = rotate === null ? null : rotated(ports, call.client, rotate)
  const patch = { ...change, ...rotation?.change }
  if (!(await updateClient(scope, call.client, patch))) throw new Refusal('signed_out')
  return { client: { ...call.client, ...patch }, newToken: rotation?.token ?? null }
}
