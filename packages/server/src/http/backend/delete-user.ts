import { deleteUser as remove } from '../../actions/backend/delete-user.ts'
import { deletedJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Deletes a user with all that is hers. */
export const deleteUser: Handler<BackendRequest> = async ({ ports }, { call, params }) => {
  await remove(ports, call, params.user_id!)
  return json(deletedJson('user', params.user_id!))
}
