import type { BackendClientJSON, PaginatedJSON } from '@latchkey/protocol'
import { type Caller, path } from '../caller.ts'
import { type Client, clientFromJSON } from '../resources/client.ts'
import type { Page, PageParams } from '../resources/page.ts'

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
    async getClientList({ limit, offset } = {}) {
      const page = await caller.get<PaginatedJSON<BackendClientJSON>>('/v1/clients', { limit, offset, paginated: true })
      return { data: page.data.map(clientFromJSON), totalCount: page.total_count }
    },
    getClient: async (clientId) => clientFromJSON(await caller.get<BackendClientJSON>(path`/v1/clients/${clientId}`)),
    verifyClient: async (token) => clientFromJSON(await caller.send<BackendClientJSON>('POST', '/v1/clients/verify', { token })),
  }
}
