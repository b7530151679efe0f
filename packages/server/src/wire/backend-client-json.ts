import type { BackendClientJSON } from '@latchkey/protocol'
import type { ClientView } from '../domain/view.ts'
import { backendSessionJson } from './backend-session-json.ts'
import { lastActiveSessionId } from './client-json.ts'

/**
 * A client as the customer's server sees it.
 * @param now epoch milliseconds
 */
export function backendClientJson(view: ClientView, now: number): BackendClientJSON {
  const { client, sessions } = view
  return {
    object: 'client',
    id: client.id,
    session_ids: sessions.map(({ session }) => session.id),
    sessions: sessions.map(({ session }) => backendSessionJson(session, now)),
    sign_in_id: client.signInId,
    sign_up_id: client.signUpId,
    last_active_session_id: lastActiveSessionId(view),
    last_authentication_strategy: null,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  }
}
