import type {
  BackendSessionJSON,
  MySessionJSON,
  SessionActivityJSON,
  SessionBaseJSON,
  SessionJSON,
  SessionWithActivityJSON,
} from '@latchkey/protocol'
import { deviceOf } from '../domain/device.ts'
import type { Session } from '../domain/session.ts'
import type { UserView } from '../domain/user.ts'
import type { SessionView } from '../domain/view.ts'
import { known } from './known.ts'
import { tokenJson } from './token-json.ts'
import { publicUserDataJson, userJson } from './user-json.ts'

/**
 * A session in the browser that holds it.
 * @param now epoch milliseconds
 */
export function sessionJson(view: SessionView, now: number): SessionJSON {
  const { session, user, token } = view
  return {
    ...sessionBaseJson(session, now),
    factor_verification_age: factorAge(session, now),
    user: userJson(user, now),
    public_user_data: publicUserDataJson(user),
    last_active_token: token === null ? null : tokenJson(token),
  }
}

/**
 * A session of the signed-in user, on whatever device, with the little of them that goes along with a session.
 * @param now epoch milliseconds
 */
export function mySessionJson(session: Session, user: UserView, now: number): MySessionJSON {
  return {
    ...sessionWithActivityJson(session, now),
    factor_verification_age: factorAge(session, now),
    public_user_data: publicUserDataJson(user),
  }
}

/**
 * A session in the list of a user's devices.
 * @param now epoch milliseconds
 */
export function sessionWithActivityJson(session: Session, now: number): SessionWithActivityJSON {
  return { ...sessionBaseJson(session, now), latest_activity: sessionActivityJson(session) }
}

/**
 * A session as the customer's server sees it.
 * @param now epoch milliseconds
 */
export function backendSessionJson(session: Session, now: number): BackendSessionJSON {
  const { activity } = session
  const known = activity.ipAddress !== null || activity.userAgent !== null
  return {
    ...sessionBaseJson(session, now),
    user_id: session.userId,
    client_id: session.clientId,
    latest_activity: known ? sessionActivityJson(session) : null,
  }
}

/**
 * What every form of a session says. Expiry is judged on reading, so that a late janitor shows nobody a dead session as active.
 * @param now epoch milliseconds
 */
function sessionBaseJson(session: Session, now: number): SessionBaseJSON {
  return {
    object: 'session',
    id: session.id,
    status: session.status === 'active' && session.expireAt <= now ? 'expired' : session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    last_active_organization_id: null,
    actor: null,
    tasks: null,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  }
}

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

/** How many minutes ago the first and the second factor of a session were proven, -1 for never. */
function factorAge(session: Session, now: number): SessionJSON['factor_verification_age'] {
  return [minutesSince(session.firstFactorAt, now), minutesSince(session.secondFactorAt, now)]
}

function minutesSince(time: number | null, now: number): number {
  return time === null ? -1 : Math.max(0, Math.floor((now - time) / 60_000))
}
