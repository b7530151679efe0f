import { deleteEmailAddress as remove } from '../../actions/backend/delete-email-address.ts'
import { deletedJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Takes an address from its user. */
export const deleteEmailAddress: Handler<BackendRequest> = async ({ ports }, { call, params }) => {
  await remove(ports, call, params.email_address_id!)
  return json(deletedJson('email_address', params.email_address_id!))
}
