import type { BackendClientJSON, ClientJSON } from '@latchkey/protocol'
import type { ClientView } from '../domain/view.ts'
import { backendSessionJson, sessionJson } from './session-json.ts'
import { signInJson } from './sign-in-json.ts'
import { signUpJson } from './sign-up-json.ts'

/**
 * A client with its live sessions and the attempts in progress.
 * @param now epoch milliseconds
 */
export function clientJson(view: ClientView, now: number): ClientJSON {
  const { client } = view
  return {
    object: 'client',
    id: client.id,
    sessions: view.sessions.map((session) => sessionJson(session, now)),
    sign_in: view.signIn && signInJson(view.signIn, now),
    sign_up: view.signUp && signUpJson(view.signUp, now),
    last_active_session_id: lastActiveSessionId(view),
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: false,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  }
}

/** The session last used, as long as it is among the live ones: SDKs look it up there. */
function lastActiveSessionId({ client, sessions }: ClientView): string | null {
  return sessions.some(({ session }) => session.id === client.lastActiveSessionId) ? client.lastActiveSessionId : null
}

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
