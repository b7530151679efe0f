import { listUsers as list } from '../../actions/backend/list-users.ts'
import { backendUserJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { findUsersRequest } from './find-users-request.ts'
import { pageParam, textParam } from './query.ts'
import { refuseCursor } from './refuse-cursor.ts'

/** A page of users. How many there are in all is asked separately. */
export const listUsers: Handler<BackendRequest> = async ({ ports }, { call, query }) => {
  refuseCursor(query)
  const users = await list(call, findUsersRequest(query), { ...pageParam(query), order: textParam(query, 'order_by') })
  return json(users.map((user) => backendUserJson(user, ports.clock.now())))
}
