import type { HandshakePayloadJSON } from '@latchkey/protocol'
import { getHandshakePayload as take } from '../../actions/backend/get-handshake-payload.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** The cookies that a handshake's nonce stands for, once. */
export const getHandshakePayload: Handler<BackendRequest> = async ({ ports }, { call, query, incoming }) => {
  // The one GET that uses something up: a look at its headers must not.
  if (incoming.request.method === 'HEAD') throw new Refusal('method_not_allowed')
  const nonce = query.get('nonce') ?? ''
  const directives = await take(ports, call, nonce)
  return json({ object: 'handshake_payload', nonce, payload: '', directives } satisfies HandshakePayloadJSON)
}
