import type { BackendSessionJSON, SessionActivityJSON, SessionStatus } from '@latchkey/protocol'
import type { Caller } from './caller.ts'
import { type Page, pageFromJSON, type PageParams } from './page.ts'
import { type Token, tokenFromJSON } from './tokens.ts'

/** The device a session was last used from. */
export interface SessionActivity {
  readonly id: string
  readonly deviceType: string | null
  readonly isMobile: boolean
  readonly browserName: string | null
  readonly browserVersion: string | null
  readonly ipAddress: string | null
  readonly city: string | null
  readonly country: string | null
}

/** A session as your server sees it. Times are epoch milliseconds. */
export interface Session {
  readonly id: string
  readonly status: SessionStatus
  readonly userId: string
  readonly clientId: string
  readonly expireAt: number
  readonly abandonAt: number
  readonly lastActiveAt: number
  readonly latestActivity: SessionActivity | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads a session. */
export function sessionFromJSON(json: BackendSessionJSON): Session {
  return {
    id: json.id,
    status: json.status,
    userId: json.user_id,
    clientId: json.client_id,
    expireAt: json.expire_at,
    abandonAt: json.abandon_at,
    lastActiveAt: json.last_active_at,
    latestActivity: json.latest_activity === null ? null : activityFromJSON(json.latest_activity),
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

function activityFromJSON(json: SessionActivityJSON): SessionActivity {
  return {
    id: json.id,
    deviceType: json.device_type ?? null,
    isMobile: json.is_mobile,
    browserName: json.browser_name ?? null,
    browserVersion: json.browser_version ?? null,
    ipAddress: json.ip_address ?? null,
    city: json.city ?? null,
    country: json.country ?? null,
  }
}

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
      return pageFromJSON(await caller.call('backend/list-sessions', query), sessionFromJSON)
    },
    getSession: async (sessionId) => sessionFromJSON(await caller.call('backend/get-session', { session_id: sessionId })),
    createSession: async ({ userId }) => sessionFromJSON(await caller.call('backend/create-session', { user_id: userId })),
    revokeSession: async (sessionId) => sessionFromJSON(await caller.call('backend/revoke-session', { session_id: sessionId })),
    getToken: async (sessionId, expiresInSeconds) =>
      tokenFromJSON(await caller.call('backend/create-session-token', { session_id: sessionId, expires_in_seconds: expiresInSeconds })),
  }
}
