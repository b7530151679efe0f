import { z } from 'zod'
import {
  getClient as get,
  getHandshakePayload as take,
  listClients as list,
  verifyClient as verify,
} from '../../actions/backend/clients.ts'
import { Refusal } from '../../domain/refusal.ts'
import { backendClientJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { text } from '../request/parse-fields.ts'
import { listReply, pageParam, pageParams, refuseOthers } from './query.ts'

/** One client. */
export const getClient: EndpointHandler<'backend/get-client'> = async ({ ports }, { call, params }) =>
  json(backendClientJson(await get(ports, call, params.client_id), ports.clock.now()))

/** A page of clients, newest first. */
export const listClients: EndpointHandler<'backend/list-clients'> = async ({ ports }, { call, query }) => {
  refuseOthers(query, pageParams)
  const { clients, total } = await list(ports, call, pageParam(query))
  return listReply(
    query,
    clients.map((client) => backendClientJson(client, ports.clock.now())),
    total,
  )
}

/** The client of a client token. */
export const verifyClient = taking('backend/verify-client', z.object({ token: text }), async ({ ports }, { call }, { token }) =>
  json(backendClientJson(await verify(ports, call, token), ports.clock.now())),
)

/** The cookies that a handshake's nonce stands for, once. */
export const getHandshakePayload: EndpointHandler<'backend/get-handshake-payload'> = async ({ ports }, { call, query, incoming }) => {
  // The one GET that uses something up: a look at its headers must not.
  if (incoming.request.method === 'HEAD') throw new Refusal('method_not_allowed')
  const nonce = query.get('nonce') ?? ''
  const directives = await take(ports, call, nonce)
  return json({ object: 'handshake_payload', nonce, payload: '', directives })
}
