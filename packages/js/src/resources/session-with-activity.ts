import type { SessionWithActivityJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import { revokeMySession } from '../core/routes.ts'

/** A device somebody is signed in on. */
export interface SessionWithActivity {
  readonly id: string
  readonly status: string
  readonly lastActiveAt: Date
  readonly expireAt: Date
  /** It is the session in use here. */
  readonly current: boolean
  /** What is not known of the device is `undefined`. */
  readonly latestActivity: {
    readonly deviceType: string | undefined
    readonly isMobile: boolean
    readonly browserName: string | undefined
    readonly browserVersion: string | undefined
    readonly ipAddress: string | undefined
    readonly city: string | undefined
    readonly country: string | undefined
  }
  revoke(): Promise<void>
}

/** A device of the user's. @param sessionId the session that asked, which is the one in use here */
export function sessionWithActivityFromJSON(json: SessionWithActivityJSON, sessionId: string, api: Api): SessionWithActivity {
  const { id, latest_activity: activity } = json
  return {
    id,
    status: json.status,
    lastActiveAt: new Date(json.last_active_at),
    expireAt: new Date(json.expire_at),
    current: id === sessionId,
    latestActivity: {
      deviceType: activity.device_type,
      isMobile: activity.is_mobile,
      browserName: activity.browser_name,
      browserVersion: activity.browser_version,
      ipAddress: activity.ip_address,
      city: activity.city,
      country: activity.country,
    },
    revoke: async () => void (await api.call(revokeMySession, { session_id: id, _clerk_session_id: sessionId })),
  }
}
