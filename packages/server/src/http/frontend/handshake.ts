import { handshake as shake } from '../../actions/handshake/handshake.ts'
import type { FrontendCall } from '../../actions/call.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { EndpointHandler } from '../handler.ts'
import { cookie, sharedDomain } from '../reply/cookies.ts'
import { redirect } from '../reply/reply.ts'

/**
 * Sends a visitor back to the application with what it needs to know her: in production in a cookie that both hosts see,
 * so that nothing stays in the URL; in the URL where there is no such cookie, and in development, where the SDK cleans up.
 */
export const handshake: EndpointHandler<'frontend/handshake'> = async ({ ports }, { call, query }) => {
  // An application with our own SDK keeps its cookies itself, and would carry a token it does not need in a URL.
  if (call.firstParty) throw new Refusal('resource_not_found')
  const { redirectUrl, carrier } = await shake(ports, call, {
    redirectUrl: query.get('redirect_url'),
    format: query.get('format'),
    devBrowser: query.get('__clerk_db_jwt'),
  })
  if (call.instance.type === 'production' && sharesCookies(call, redirectUrl)) {
    const attributes = {
      maxAge: LIMITS.handshakeNonceMs / 1000,
      secure: call.base.startsWith('https:'),
      httpOnly: true,
      domain: sharedDomain(call),
    }
    return redirect(redirectUrl.href, { cookies: [cookie(carrier.name, carrier.value, attributes)] })
  }
  redirectUrl.searchParams.set(carrier.name, carrier.value)
  return redirect(redirectUrl.href)
}

function sharesCookies(call: FrontendCall, { hostname }: URL): boolean {
  const domain = sharedDomain(call)
  return domain === null ? hostname === new URL(call.base).hostname : hostname === domain || hostname.endsWith(`.${domain}`)
}
