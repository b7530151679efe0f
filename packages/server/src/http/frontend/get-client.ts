import { envelope } from '../../wire/index.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** The client of this browser, or null for a browser seen for the first time: asking makes nothing. */
export const getClient: Handler<FrontendRequest> = async (context, request) => {
  const { client } = request.call
  if (client === null) return json(envelope(null, null))
  return enveloped(context, request, unchanged(request), (shown) => shown.client, client.lastActiveSessionId)
}
