import type { EmailAddressJSON } from '@latchkey/protocol'
import { z } from 'zod'
import {
  createEmailAddress as create,
  deleteEmailAddress as remove,
  type EmailAddressView,
  requireEmailAddressView,
  updateEmailAddress as update,
} from '../../actions/backend/email-addresses.ts'
import { deletedJson, emailAddressJson, pendingEmailAddressJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { text } from '../request/parse-fields.ts'
import { maybe } from './fields.ts'

const createEmailAddressFields = z.object({
  user_id: text,
  email_address: text,
  verified: maybe,
  primary: maybe,
  notify_primary_email_address_changed: maybe,
})

/** Gives a user an address. */
export const createEmailAddress = taking('backend/create-email-address', createEmailAddressFields, async (context, { call }, given) =>
  emailAddressReply(context, await create(context.ports, call, given)),
)

/** One address. */
export const getEmailAddress: EndpointHandler<'backend/get-email-address'> = async (context, { call, params }) =>
  emailAddressReply(context, await requireEmailAddressView(call.scope, params.email_address_id))

const updateEmailAddressFields = z.object({ verified: maybe, primary: maybe, notify_primary_email_address_changed: maybe })

/** Takes an address for proven, or makes it the primary one. */
export const updateEmailAddress = taking(
  'backend/update-email-address',
  updateEmailAddressFields,
  async (context, { call, params }, given) => emailAddressReply(context, await update(context.ports, call, params.email_address_id, given)),
)

/** Takes an address from its user. */
export const deleteEmailAddress: EndpointHandler<'backend/delete-email-address'> = async ({ ports }, { call, params }) => {
  await remove(ports, call, params.email_address_id)
  return json(deletedJson('email_address', params.email_address_id))
}

/** An address as the answer, proven or not. */
function emailAddressReply({ ports }: HttpContext, view: EmailAddressView): Reply<EmailAddressJSON> {
  return json(view.type === 'proven' ? emailAddressJson(view.identification) : pendingEmailAddressJson(view.attempt, ports.clock.now()))
}
