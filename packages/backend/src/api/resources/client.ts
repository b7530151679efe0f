import type { BackendClientJSON } from '@latchkey/protocol'
import { type Session, sessionFromJSON } from './session.ts'

/** One browser or app, as your server sees it. Times are epoch milliseconds. */
export interface Client {
  readonly id: string
  readonly sessionIds: readonly string[]
  readonly sessions: readonly Session[]
  readonly signInId: string | null
  readonly signUpId: string | null
  readonly lastActiveSessionId: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads a client. */
export function clientFromJSON(json: BackendClientJSON): Client {
  return {
    id: json.id,
    sessionIds: json.session_ids,
    sessions: json.sessions.map(sessionFromJSON),
    signInId: json.sign_in_id,
    signUpId: json.sign_up_id,
    lastActiveSessionId: json.last_active_session_id,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}
