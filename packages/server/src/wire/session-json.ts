import type { SessionJSON } from '@latchkey/protocol'
import type { SessionView } from '../domain/view.ts'
import { factorAge } from './factor-age.ts'
import { publicUserDataJson } from './public-user-data-json.ts'
import { sessionBaseJson } from './session-base-json.ts'
import { tokenJson } from './token-json.ts'
import { userJson } from './user-json.ts'

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
