import { z } from 'zod'
import { addIdentifier } from '../../actions/me/add-identifier.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { emailAddressOf } from './email-address-of.ts'
import { aboutMe } from './enveloped.ts'

const fields = z.object({ email_address: text })

/** Adds an address to the signed-in user, not yet proven. */
export const createMyEmailAddress: Handler<SessionRequest> = async (context, request) => {
  const { email_address: address } = parseFields(fields, request.body)
  if (address === undefined) throw new Refusal('form_param_missing', { param: 'email_address' })
  const { id } = await addIdentifier(context.ports, request.call, request.session, 'email_address', address)
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
}
