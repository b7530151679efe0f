import { banUser as ban, unbanUser as unban } from '../../actions/backend/ban-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { userReply } from './user-reply.ts'

/** Bans a user and ends her sessions. */
export const banUser: Handler<BackendRequest> = async (context, { call, params }) =>
  userReply(context, await ban(context.ports, call, params.user_id!))

/** Takes a ban back. */
export const unbanUser: Handler<BackendRequest> = async (context, { call, params }) =>
  userReply(context, await unban(context.ports, call, params.user_id!))
