import type { ClientJSON } from '@latchkey/protocol'
import type { ClientView } from '../domain/view.ts'
import { sessionJson } from './session-json.ts'
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
export function lastActiveSessionId({ client, sessions }: ClientView): string | null {
  return sessions.some(({ session }) => session.id === client.lastActiveSessionId) ? client.lastActiveSessionId : null
}
