import { listSessions as list } from '../../actions/backend/list-sessions.ts'
import { backendSessionJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { listReply } from './list-reply.ts'
import { pageParam, pageParams, refuseOthers, textParam } from './query.ts'

/** A page of sessions, newest first. */
export const listSessions: Handler<BackendRequest> = async ({ ports }, { call, query }) => {
  refuseOthers(query, [...pageParams, 'client_id', 'user_id', 'status'])
  const wanted = { client_id: textParam(query, 'client_id'), user_id: textParam(query, 'user_id'), status: textParam(query, 'status') }
  const { sessions, total } = await list(ports, call, wanted, pageParam(query))
  return listReply(
    query,
    sessions.map((session) => backendSessionJson(session, ports.clock.now())),
    total,
  )
}
