import { requireUser } from '../../actions/backend/require-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { userReply } from './user-reply.ts'

/** One user. */
export const getUser: Handler<BackendRequest> = async (context, { call, params }) =>
  userReply(context, await requireUser(call.scope, params.user_id!))
