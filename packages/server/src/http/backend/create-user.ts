import { z } from 'zod'
import { createUser as create } from '../../actions/backend/create-user.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { moot, parseFields, unkept } from '../request/parse-fields.ts'
import { maybe, userFields } from './fields.ts'
import { userReply } from './user-reply.ts'

const fields = z.object({
  ...userFields,
  email_address: z.array(z.string()).nullish(),
  email_address_identification_status: z.array(z.string()).nullish(),
  phone_number_identification_status: unkept,
  skip_password_requirement: moot,
  skip_user_requirement: maybe,
  banned: maybe,
  locked: maybe,
})

/** Makes a user with her addresses. */
export const createUser: Handler<BackendRequest> = async (context, { call, body }) =>
  userReply(context, await create(context.ports, call, parseFields(fields, body)))
