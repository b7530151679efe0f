import type { TotalCountJSON } from '@latchkey/protocol'
import { countUsers as count } from '../../actions/backend/list-users.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { findUsersRequest } from './find-users-request.ts'

/** How many users a filter finds. */
export const countUsers: Handler<BackendRequest> = async ({ ports }, { call, query }) =>
  json({ object: 'total_count', total_count: await count(ports, call, findUsersRequest(query)) } satisfies TotalCountJSON)
