import { z } from 'zod'
import { updateUser as update } from '../../actions/backend/update-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { clearable, parseFields, unkept } from '../request/parse-fields.ts'
import { maybe, userFields } from './fields.ts'
import { userReply } from './user-reply.ts'

const fields = z.object({
  ...userFields,
  primary_email_address_id: clearable,
  notify_primary_email_address_changed: maybe,
  primary_phone_number_id: unkept,
  primary_web3_wallet_id: unkept,
  profile_image_id: unkept,
  // It goes with a new password.
  sign_out_of_other_sessions: unkept,
})

/** Changes a user. */
export const updateUser: Handler<BackendRequest> = async (context, { call, params, body }) =>
  userReply(context, await update(context.ports, call, params.user_id!, parseFields(fields, body)))
