import { listMySessions as list } from '../../actions/me/my-sessions.ts'
import { sessionWithActivityJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** The devices the signed-in user is signed in on. */
export const listMySessions: Handler<SessionRequest> = async ({ ports }, { call, session }) => {
  const sessions = await list(ports, call, session)
  return json(sessions.map((one) => sessionWithActivityJson(one, ports.clock.now())))
}
