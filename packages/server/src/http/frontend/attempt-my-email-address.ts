import { attemptIdentifier } from '../../actions/me/attempt-identifier.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { emailAddressOf } from './email-address-of.ts'
import { aboutMe } from './enveloped.ts'

/** Judges the proof of a new address. */
export const attemptMyEmailAddress: Handler<SessionRequest> = async (context, request) => {
  const id = request.params.email_address_id!
  await attemptIdentifier(context.ports, request.call, request.session, 'email_address', id, request.body)
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
}
