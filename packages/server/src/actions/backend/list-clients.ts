import type { ClientView } from '../../domain/view.ts'
import { countClients, listClients as list, type Page } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { clientView } from './client-view.ts'

/** A page of clients, newest first, and how many there are in all. */
export async function listClients(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: BackendCall,
  page: Page,
): Promise<{ readonly clients: readonly ClientView[]; readonly total: number }> {
  const [clients, total] = await Promise.all([list(call.scope, page), countClients(call.scope)])
  return { clients: await Promise.all(clients.map((client) => clientView(ports, call, client))), total }
}
