import type { SessionWithActivityJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'
import { sessionActivityJson } from './session-activity-json.ts'
import { sessionBaseJson } from './session-base-json.ts'

/**
 * A session in the list of a user's devices.
 * @param now epoch milliseconds
 */
export function sessionWithActivityJson(session: Session, now: number): SessionWithActivityJSON {
  return { ...sessionBaseJson(session, now), latest_activity: sessionActivityJson(session) }
}
