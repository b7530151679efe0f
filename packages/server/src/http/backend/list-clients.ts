import { listClients as list } from '../../actions/backend/list-clients.ts'
import { backendClientJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { listReply } from './list-reply.ts'
import { pageParam, pageParams, refuseOthers } from './query.ts'

/** A page of clients, newest first. */
export const listClients: Handler<BackendRequest> = async ({ ports }, { call, query }) => {
  refuseOthers(query, pageParams)
  const { clients, total } = await list(ports, call, pageParam(query))
  return listReply(
    query,
    clients.map((client) => backendClientJson(client, ports.clock.now())),
    total,
  )
}
