import type { BackendSessionJSON, PaginatedJSON, SessionStatus, TokenJSON } from '@latchkey/protocol'
import { type Caller, path } from '../caller.ts'
import type { Page, PageParams } from '../resources/page.ts'
import { type Session, sessionFromJSON } from '../resources/session.ts'
import { type Token, tokenFromJSON } from '../resources/tokens.ts'

/** Which sessions are meant. */
export interface SessionListParams extends PageParams {
  readonly userId?: string | undefined
  readonly clientId?: string | undefined
  readonly status?: SessionStatus | undefined
}

/** Sessions. Every method throws {@link LatchkeyApiError}. */
export interface SessionsApi {
  getSessionList(params?: SessionListParams): Promise<Page<Session>>
  getSession(sessionId: string): Promise<Session>
  /** A session without a sign-in, for tests. */
  createSession(params: { readonly userId: string }): Promise<Session>
  revokeSession(sessionId: string): Promise<Session>
  /** @param expiresInSeconds how long it is good; a minute */
  getToken(sessionId: string, expiresInSeconds?: number): Promise<Token>
}

/** Makes the calls about sessions. */
export function sessionsApi(caller: Caller): SessionsApi {
  return {
    async getSessionList({ userId, clientId, status, limit, offset } = {}) {
      const query = { user_id: userId, client_id: clientId, status, limit, offset, paginated: true }
      const page = await caller.get<PaginatedJSON<BackendSessionJSON>>('/v1/sessions', query)
      return { data: page.data.map(sessionFromJSON), totalCount: page.total_count }
    },
    getSession: async (sessionId) => sessionFromJSON(await caller.get<BackendSessionJSON>(path`/v1/sessions/${sessionId}`)),
    createSession: async ({ userId }) =>
      sessionFromJSON(await caller.send<BackendSessionJSON>('POST', '/v1/sessions', { user_id: userId })),
    revokeSession: async (sessionId) =>
      sessionFromJSON(await caller.send<BackendSessionJSON>('POST', path`/v1/sessions/${sessionId}/revoke`)),
    async getToken(sessionId, expiresInSeconds) {
      const body = { expires_in_seconds: expiresInSeconds }
      return tokenFromJSON(await caller.send<TokenJSON>('POST', path`/v1/sessions/${sessionId}/tokens`, body))
    },
  }
}
