import { parseJwt } from '@latchkey/protocol'
import { newId } from '../../actions/new-id.ts'
import { currentSessionState } from '../../actions/session/current-session.ts'
import { LIMITS } from '../../domain/limits.ts'
import { allowedRedirectUrl } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import { envelope } from '../../wire/index.ts'
import type { EndpointHandler } from '../handler.ts'
import { cookie, devBrowserCookies, withoutOtherClientCookie } from '../reply/cookies.ts'
import { json, redirect } from '../reply/reply.ts'
import { clientCookieName, readCookie } from '../request/cookies.ts'
import { isFramed, isSecure } from '../request/is-framed.ts'
import { enveloped, unchanged } from './enveloped.ts'

/**
 * The client of this browser, or null for a browser seen for the first time. Asking makes nothing, by POST and PUT neither: whoever asks
 * has nothing to keep yet, and the first attempt makes the client and its cookie. It is the first thing that scripts ask for, and so the
 * place where a browser gets the name that they want it to have in development.
 */
export const getClient: EndpointHandler<'frontend/get-client'> = async (context, request) => {
  const { call, incoming } = request
  const cookies = devBrowserCookies(context.ports, call, incoming.request.headers.get('cookie'))
  if (call.client === null) return json(envelope(null, null), { cookies })
  const reply = await enveloped(context, request, unchanged(request), (shown) => shown.client, call.client.lastActiveSessionId)
  return { ...reply, cookies }
}

/** Sets the client cookie again, unchanged, for browsers that cut the life of cookies not set by a visit, and sends the visitor back. */
export const touchClient: EndpointHandler<'frontend/touch-client'> = async ({ ports }, { call, query, incoming }) => {
  // There is no cookie of ours to set again.
  if (call.firstParty) throw new Refusal('resource_not_found')
  const target = allowedRedirectUrl(call.instance, query.get('redirect_url') ?? '', [])
  if (target === null) throw new Refusal('invalid_redirect_url', { param: 'redirect_url' })
  const name = clientCookieName(call, ports.publicUrl)
  const sent = incoming.request.headers.get('cookie')
  const token = readCookie(sent, name)
  if (call.client === null || token === null) return redirect(target)
  const attributes = { maxAge: LIMITS.clientCookieMs / 1000, secure: isSecure(call), httpOnly: true, framed: isFramed(call) }
  return redirect(target, { cookies: [cookie(name, token, attributes), ...withoutOtherClientCookie(call, ports.publicUrl, sent)] })
}

/**
 * Who is signed in at a browser, and a fresh token for its session, for the server of its application: asked when the token in
 * the application's cookie is about to end. It changes nothing, so it may be asked by many at once.
 */
export const getSessionState: EndpointHandler<'frontend/get-session-state'> = async ({ ports }, request) => {
  if (!request.call.firstParty) throw new Refusal('resource_not_found')
  const { client } = unchanged(request)
  const session = await currentSessionState(ports, request.call, client, request.call.mintable)
  return json({ object: 'session_state', session_id: session.id, expires_at: endOf(session.token) }, { session })
}

function endOf(token: string | null): number | null {
  const exp = token === null ? null : parseJwt(token)?.claims.exp
  return typeof exp === 'number' ? exp * 1000 : null
}

/** A name for a browser of a development instance. Older SDKs ask for one; it proves nothing, so nothing is kept. */
export const createDevBrowser: EndpointHandler<'frontend/create-dev-browser'> = async ({ ports }, { call }) => {
  if (call.instance.type !== 'development') throw new Refusal('request_invalid_for_environment')
  const id = newId(ports, 'dev_browser')
  return json({ object: 'dev_browser', id, token: id })
}
