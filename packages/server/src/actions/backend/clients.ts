import type { Client } from '../../domain/client.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ClientView } from '../../domain/view.ts'
import { sha256 } from '../../platform/hash.ts'
import {
  burnExpiredOneTime,
  countClients,
  findClient,
  findUserViews,
  listClients as list,
  listSessionsOfClient,
  type Page,
  takeOneTime,
} from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { authenticateClient } from '../client/authenticate-client.ts'
import { keepRefreshToken, type RefreshToken } from '../handshake/refresh-token.ts'
import { openPayload } from '../one-time/keep-one-time.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from '../session/note-expired.ts'
import { inTransaction } from './in-transaction.ts'

/** A client of this instance. @throws Refusal `resource_not_found` */
export async function getClient(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, id: string): Promise<ClientView> {
  const client = await findClient(call.scope, id)
  if (client === null) throw new Refusal('resource_not_found')
  return clientView(ports, call, client)
}

/** A page of clients, newest first, and how many there are in all. */
export async function listClients(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: BackendCall,
  page: Page,
): Promise<{ readonly clients: readonly ClientView[]; readonly total: number }> {
  const [clients, total] = await Promise.all([list(call.scope, page), countClients(call.scope)])
  return { clients: await Promise.all(clients.map((client) => clientView(ports, call, client))), total }
}

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

/** A client as an operator sees it: its live sessions, without tokens, and of its attempts only the ids. */
async function clientView(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, client: Client): Promise<ClientView> {
  const live = await noteExpired(ports, call, await listSessionsOfClient(call.scope, client.id, { status: 'active' }))
  const users = await findUserViews(call.scope, [...new Set(live.map((session) => session.userId))])
  const sessions = live.flatMap((session) => {
    const user = users.get(session.userId)
    return user === undefined ? [] : [{ session, user, token: null }]
  })
  return { client, sessions, signIn: null, signUp: null }
}

/** What is sealed with a nonce. A version before kept the refresh token when it made the nonce, and left it out here. */
interface HandshakePayload {
  readonly directives: readonly string[]
  readonly refresh?: RefreshToken | null
}

/**
 * The cookies that a handshake's nonce stands for. Whoever asks first gets them; for everybody else there is nothing.
 * @throws Refusal `missing_query_parameter`, `resource_not_found`
 */
export async function getHandshakePayload(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>,
  call: BackendCall,
  nonce: string | null,
): Promise<readonly string[]> {
  if (!nonce) throw new Refusal('missing_query_parameter', { param: 'nonce' })
  const claim = { purpose: 'handshake', hash: sha256(nonce), now: ports.clock.now() }
  const directives = await inTransaction(ports, call, async (scope) => {
    const won = await takeOneTime(scope, claim)
    if (won === null) {
      await burnExpiredOneTime(scope, claim)
      return null
    }
    const payload = openPayload(ports, scope, won) as unknown as HandshakePayload
    if (payload.refresh) await keepRefreshToken(ports, scope, payload.refresh)
    return payload.directives
  })
  if (directives === null) throw new Refusal('resource_not_found')
  return directives
}
