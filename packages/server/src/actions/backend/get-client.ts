import { Refusal } from '../../domain/refusal.ts'
import type { ClientView } from '../../domain/view.ts'
import { findClient } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { clientView } from './client-view.ts'

/** A client of this instance. @throws Refusal `resource_not_found` */
export async function getClient(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, id: string): Promise<ClientView> {
  const client = await findClient(call.scope, id)
  if (client === null) throw new Refusal('resource_not_found')
  return clientView(ports, call, client)
}
