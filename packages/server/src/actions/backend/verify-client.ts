import { Refusal } from '../../domain/refusal.ts'
import type { ClientView } from '../../domain/view.ts'
import type { BackendCall } from '../call.ts'
import { authenticateClient } from '../client/authenticate-client.ts'
import type { Ports } from '../ports.ts'
import { clientView } from './client-view.ts'

/** The client whose token this is. @throws Refusal `form_param_missing`, `client_not_found` */
export async function verifyClient(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: BackendCall,
  token: string | undefined,
): Promise<ClientView> {
  if (token === undefined) throw new Refusal('form_param_missing', { param: 'token' })
  const { client, proof } = await authenticateClient(ports, call.scope, token)
  if (client === null || proof === 'outgrown' || proof === 'replayed') throw new Refusal('client_not_found')
  return clientView(ports, call, client)
}
