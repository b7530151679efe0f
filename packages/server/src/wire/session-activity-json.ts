import type { SessionActivityJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'
import { deviceOf } from '../domain/device.ts'

/** The device a session was last used from. It has no row of its own, so its id is the session's in other clothes. */
export function sessionActivityJson(session: Session): SessionActivityJSON {
  const device = deviceOf(session.activity.userAgent)
  return {
    object: 'session_activity',
    id: session.id.replace(/^sess_/, 'sess_activity_'),
    device_type: device.type,
    is_mobile: device.mobile,
    browser_name: device.browser,
    browser_version: device.browserVersion,
    ip_address: session.activity.ipAddress,
    city: null,
    country: null,
  }
}
