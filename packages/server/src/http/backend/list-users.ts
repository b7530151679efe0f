import { listUsers as list } from '../../actions/backend/list-users.ts'
import { backendUserJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { findUsersRequest } from './find-users-request.ts'
import { pageParam, textParam } from './query.ts'

/** A page of users. How many there are in all is asked separately. */
export const listUsers: Handler<BackendRequest> = async ({ ports }, { call, query }) => {
  const wanted = findUsersRequest(query)
  const page = { ...pageParam(query), order: textParam(query, 'order_by'), startingAfter: textParam(query, 'starting_after') }
  const now = ports.clock.now()
  const users = await list(ports, call, wanted, page)
  return json(users.map((user) => backendUserJson(user, now)))
}
