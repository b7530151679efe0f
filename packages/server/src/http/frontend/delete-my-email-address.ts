import { removeIdentifier } from '../../actions/me/remove-identifier.ts'
import { deletedJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { aboutMe } from './enveloped.ts'

/** Removes an address of the signed-in user. */
export const deleteMyEmailAddress: Handler<SessionRequest> = async (context, request) => {
  const id = request.params.email_address_id!
  await removeIdentifier(context.ports, request.call, request.session, 'email_address', id)
  return aboutMe(context, request, () => deletedJson('email_address', id))
}
