import { envelope } from '../../wire/index.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { devBrowserCookies } from '../reply/dev-browser-cookies.ts'
import { json } from '../reply/reply.ts'
import { enveloped, unchanged } from './enveloped.ts'

/**
 * The client of this browser, or null for a browser seen for the first time. Asking makes nothing, by POST and PUT neither: whoever asks
 * has nothing to keep yet, and the first attempt makes the client and its cookie. It is the first thing that scripts ask for, and so the
 * place where a browser gets the name that they want it to have in development.
 */
export const getClient: Handler<FrontendRequest> = async (context, request) => {
  const { call, incoming } = request
  const cookies = devBrowserCookies(context.ports, call, incoming.request.headers.get('cookie'))
  if (call.client === null) return json(envelope(null, null), { cookies })
  const reply = await enveloped(context, request, unchanged(request), (shown) => shown.client, call.client.lastActiveSessionId)
  return { ...reply, cookies }
}
