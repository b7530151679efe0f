import { lockUser as lock, unlockUser as unlock } from '../../actions/backend/lock-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { userReply } from './user-reply.ts'

/** Locks a user until she is unlocked. */
export const lockUser: Handler<BackendRequest> = async (context, { call, params }) =>
  userReply(context, await lock(context.ports, call, params.user_id!))

/** Unlocks a user. */
export const unlockUser: Handler<BackendRequest> = async (context, { call, params }) =>
  userReply(context, await unlock(context.ports, call, params.user_id!))
