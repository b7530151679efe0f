import { deleteMe as remove } from '../../actions/me/delete-me.ts'
import { deletedJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { enveloped } from './enveloped.ts'

/** Deletes the signed-in user, and signs her out with that. */
export const deleteMe: Handler<SessionRequest> = async (context, request) => {
  const outcome = await remove(context.ports, request.call, request.session)
  return enveloped(context, request, outcome, () => deletedJson('user', request.session.userId))
}
