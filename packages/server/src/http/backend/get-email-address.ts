import { requireEmailAddressView } from '../../actions/backend/email-address-view.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { emailAddressReply } from './email-address-reply.ts'

/** One address. */
export const getEmailAddress: Handler<BackendRequest> = async (context, { call, params }) =>
  emailAddressReply(context, await requireEmailAddressView(call.scope, params.email_address_id!))
