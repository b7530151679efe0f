import type { BackendSessionJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'
import { sessionActivityJson } from './session-activity-json.ts'
import { sessionBaseJson } from './session-base-json.ts'

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
