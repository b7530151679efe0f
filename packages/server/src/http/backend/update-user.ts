import { z } from 'zod'
import { updateUser as update } from '../../actions/backend/update-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { clearable, parseFields } from '../request/parse-fields.ts'
import { unkept, userFields } from './fields.ts'
import { userReply } from './user-reply.ts'

const fields = z.object({
  ...userFields,
  primary_email_address_id: clearable,
  primary_phone_number_id: unkept,
  primary_web3_wallet_id: unkept,
  profile_image_id: unkept,
  created_at: unkept,
})

/** Changes a user. */
export const updateUser: Handler<BackendRequest> = async (context, { call, params, body }) =>
  userReply(context, await update(context.ports, call, params.user_id!, parseFields(fields, body)))
