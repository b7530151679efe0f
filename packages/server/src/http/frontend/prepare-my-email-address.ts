import { z } from 'zod'
import { prepareIdentifier } from '../../actions/me/prepare-identifier.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { emailAddressOf } from './email-address-of.ts'
import { aboutMe } from './enveloped.ts'

const fields = z.object({ strategy: text, redirect_url: text })

/** Sends what a new address will be proven by. */
export const prepareMyEmailAddress: Handler<SessionRequest> = async (context, request) => {
  const id = request.params.email_address_id!
  await prepareIdentifier(context.ports, request.call, request.session, 'email_address', id, parseFields(fields, request.body))
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
}
