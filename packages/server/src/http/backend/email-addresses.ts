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
import type { BackendRequest, Handler } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { maybe } from './fields.ts'

const createEmailAddressFields = z.object({
  user_id: text,
  email_address: text,
  verified: maybe,
  primary: maybe,
  notify_primary_email_address_changed: maybe,
})

/** Gives a user an address. */
export const createEmailAddress: Handler<BackendRequest> = async (context, { call, body }) =>
  emailAddressReply(context, await create(context.ports, call, parseFields(createEmailAddressFields, body)))

/** One address. */
export const getEmailAddress: Handler<BackendRequest> = async (context, { call, params }) =>
  emailAddressReply(context, await requireEmailAddressView(call.scope, params.email_address_id!))

const updateEmailAddressFields = z.object({ verified: maybe, primary: maybe, notify_primary_email_address_changed: maybe })

/** Takes an address for proven, or makes it the primary one. */
export const updateEmailAddress: Handler<BackendRequest> = async (context, { call, params, body }) =>
  emailAddressReply(context, await update(context.ports, call, params.email_address_id!, parseFields(updateEmailAddressFields, body)))

/** Takes an address from its user. */
export const deleteEmailAddress: Handler<BackendRequest> = async ({ ports }, { call, params }) => {
  await remove(ports, call, params.email_address_id!)
  return json(deletedJson('email_address', params.email_address_id!))
}

/** An address as the answer, proven or not. */
function emailAddressReply({ ports }: HttpContext, view: EmailAddressView): Reply {
  return json(view.type === 'proven' ? emailAddressJson(view.identification) : pendingEmailAddressJson(view.attempt, ports.clock.now()))
}
