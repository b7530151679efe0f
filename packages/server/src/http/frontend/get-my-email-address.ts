import type { Handler, SessionRequest } from '../handler.ts'
import { emailAddressOf } from './email-address-of.ts'
import { aboutMe } from './enveloped.ts'

/** One address of the signed-in user. */
export const getMyEmailAddress: Handler<SessionRequest> = async (context, request) =>
  aboutMe(context, request, (me, { now }) => emailAddressOf(me, request.params.email_address_id!, now))
