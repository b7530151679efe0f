import { saveClient } from '../../actions/client/save-client.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** The client of this browser, made when it has none. */
export const createClient: Handler<FrontendRequest> = async (context, request) => {
  const { ports } = context
  const { call } = request
  if (call.client !== null) return enveloped(context, request, unchanged(request), ({ client }) => client, call.client.lastActiveSessionId)
  const made = await ports.storage.transaction((db) => saveClient(ports, call, { db, instanceId: call.instance.id }, null, {}, null))
  return enveloped(context, request, made, ({ client }) => client)
}
