import type { HandshakePayloadJSON } from '@latchkey/protocol'
import { z } from 'zod'
import {
  getClient as get,
  getHandshakePayload as take,
  listClients as list,
  verifyClient as verify,
} from '../../actions/backend/clients.ts'
import { Refusal } from '../../domain/refusal.ts'
import { backendClientJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { listReply, pageParam, pageParams, refuseOthers } from './query.ts'

/** One client. */
export const getClient: Handler<BackendRequest> = async ({ ports }, { call, params }) =>
  json(backendClientJson(await get(ports, call, params.client_id!), ports.clock.now()))

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

const fields = z.object({ token: text })

/** The client of a client token. */
export const verifyClient: Handler<BackendRequest> = async ({ ports }, { call, body }) =>
  json(backendClientJson(await verify(ports, call, parseFields(fields, body).token), ports.clock.now()))

/** The cookies that a handshake's nonce stands for, once. */
export const getHandshakePayload: Handler<BackendRequest> = async ({ ports }, { call, query, incoming }) => {
  // The one GET that uses something up: a look at its headers must not.
  if (incoming.request.method === 'HEAD') throw new Refusal('method_not_allowed')
  const nonce = query.get('nonce') ?? ''
  const directives = await take(ports, call, nonce)
  return json({ object: 'handshake_payload', nonce, payload: '', directives } satisfies HandshakePayloadJSON)
}
