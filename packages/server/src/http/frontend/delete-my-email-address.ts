import { removeEmailAddress } from '../../actions/me/remove-email-address.ts'
import { deletedJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { aboutMe } from './enveloped.ts'

/** Removes an address of the signed-in user. */
export const deleteMyEmailAddress: Handler<SessionRequest> = async (context, request) => {
  const id = request.params.email_address_id!
  await removeEmailAddress(context.ports, request.call, request.session, id)
  return aboutMe(context, request, () => deletedJson('email_address', id))
}
