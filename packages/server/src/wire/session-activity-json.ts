import type { SessionActivityJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'
import { deviceOf } from '../domain/device.ts'
import { known } from './known.ts'

/**
 * The device a session was last used from, as far as it is known. Where it is on the map is not: that takes a database of networks.
 * It has no row of its own, so its id is the session's in other clothes.
 */
export function sessionActivityJson(session: Session): SessionActivityJSON {
  const device = deviceOf(session.activity.userAgent)
  return {
    object: 'session_activity',
    id: session.id.replace(/^sess_/, 'sess_activity_'),
    is_mobile: device.mobile,
    ...known({
      device_type: device.type,
      browser_name: device.browser,
      browser_version: device.browserVersion,
      ip_address: session.activity.ipAddress,
    }),
  }
}
