import type { MySessionJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'
import type { UserView } from '../domain/user.ts'
import { factorAge } from './factor-age.ts'
import { publicUserDataJson } from './public-user-data-json.ts'
import { sessionWithActivityJson } from './session-with-activity-json.ts'

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
