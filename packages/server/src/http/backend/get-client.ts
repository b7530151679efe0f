import { getClient as get } from '../../actions/backend/get-client.ts'
import { backendClientJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** One client. */
export const getClient: Handler<BackendRequest> = async ({ ports }, { call, params }) =>
  json(backendClientJson(await get(ports, call, params.client_id!), ports.clock.now()))
