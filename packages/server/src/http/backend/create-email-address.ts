import { z } from 'zod'
import { createEmailAddress as create } from '../../actions/backend/create-email-address.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { emailAddressReply } from './email-address-reply.ts'
import { maybe } from './fields.ts'

const fields = z.object({
  user_id: text,
  email_address: text,
  verified: maybe,
  primary: maybe,
  notify_primary_email_address_changed: maybe,
})

/** Gives a user an address. */
export const createEmailAddress: Handler<BackendRequest> = async (context, { call, body }) =>
  emailAddressReply(context, await create(context.ports, call, parseFields(fields, body)))
