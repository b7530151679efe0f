import type { Session } from '../../domain/session.ts'
import { backendSessionJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { json, type Reply } from '../reply/reply.ts'

/** A session as the answer. */
export function sessionReply({ ports }: HttpContext, session: Session): Reply {
  return json(backendSessionJson(session, ports.clock.now()))
}
