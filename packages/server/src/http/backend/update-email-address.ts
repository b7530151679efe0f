import { z } from 'zod'
import { updateEmailAddress as update } from '../../actions/backend/update-email-address.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { parseFields } from '../request/parse-fields.ts'
import { emailAddressReply } from './email-address-reply.ts'
import { maybe } from './fields.ts'

const fields = z.object({ verified: maybe, primary: maybe, notify_primary_email_address_changed: maybe })

/** Takes an address for proven, or makes it the primary one. */
export const updateEmailAddress: Handler<BackendRequest> = async (context, { call, params, body }) =>
  emailAddressReply(context, await update(context.ports, call, params.email_address_id!, parseFields(fields, body)))
