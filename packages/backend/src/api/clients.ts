import type { BackendClientJSON } from '@latchkey/protocol'
import type { Caller } from './caller.ts'
import { type Page, pageFromJSON, type PageParams } from './page.ts'
import { type Session, sessionFromJSON } from './sessions.ts'

/** One browser or app, as your server sees it. Times are epoch milliseconds. */
export interface Client {
  readonly id: string
  readonly sessionIds: readonly string[]
  readonly sessions: readonly Session[]
  readonly signInId: string | null
  readonly signUpId: string | null
  readonly lastActiveSessionId: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads a client. */
function clientFromJSON(json: BackendClientJSON): Client {
  return {
    id: json.id,
    sessionIds: json.session_ids,
    sessions: json.sessions.map(sessionFromJSON),
    signInId: json.sign_in_id,
    signUpId: json.sign_up_id,
    lastActiveSessionId: json.last_active_session_id,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

/** Browsers and apps. Every method throws {@link LatchkeyApiError}. */
export interface ClientsApi {
  getClientList(params?: PageParams): Promise<Page<Client>>
  getClient(clientId: string): Promise<Client>
  /** The client that a client token belongs to. */
  verifyClient(token: string): Promise<Client>
}

/** Makes the calls about clients. */
export function clientsApi(caller: Caller): ClientsApi {
  return {
    getClientList: async ({ limit, offset } = {}) =>
      pageFromJSON(await caller.call('backend/list-clients', { limit, offset, paginated: true }), clientFromJSON),
    getClient: async (clientId) => clientFromJSON(await caller.call('backend/get-client', { client_id: clientId })),
    verifyClient: async (token) => clientFromJSON(await caller.call('backend/verify-client', { token })),
  }
}
