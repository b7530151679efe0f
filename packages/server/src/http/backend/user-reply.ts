import type { UserView } from '../../domain/user.ts'
import { backendUserJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { json, type Reply } from '../reply/reply.ts'

/** A user as the answer. */
export function userReply({ ports }: HttpContext, view: UserView): Reply {
  return json(backendUserJson(view, ports.clock.now()))
}
