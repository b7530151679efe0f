import { LIMITS } from '../../domain/limits.ts'
import { allowedRedirectUrl } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { cookie } from '../reply/cookie.ts'
import { redirect } from '../reply/reply.ts'
import { clientCookieName } from '../request/client-cookie-name.ts'
import { isFramed, isSecure } from '../request/is-framed.ts'
import { readCookie } from '../request/read-cookie.ts'

/** Sets the client cookie again, unchanged, for browsers that cut the life of cookies not set by a visit, and sends the visitor back. */
export const touchClient: Handler<FrontendRequest> = async ({ ports }, { call, query, incoming }) => {
  // There is no cookie of ours to set again.
  if (call.firstParty) throw new Refusal('resource_not_found')
  const target = allowedRedirectUrl(call.instance, query.get('redirect_url') ?? '', [])
  if (target === null) throw new Refusal('invalid_redirect_url', { param: 'redirect_url' })
  const name = clientCookieName(call, ports.publicUrl)
  const token = readCookie(incoming.request.headers.get('cookie'), name)
  if (call.client === null || token === null) return redirect(target)
  const attributes = { maxAge: LIMITS.clientCookieMs / 1000, secure: isSecure(call), httpOnly: true, framed: isFramed(call) }
  return redirect(target, { cookies: [cookie(name, token, attributes)] })
}
