import type { BackendSessionJSON, SessionActivityJSON, SessionStatus } from '@latchkey/protocol'

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
