import type { ClientOutcome, FrontendCall } from '../../actions/call.ts'
import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { LIMITS } from '../../domain/limits.ts'
import { clientCookieName } from '../request/client-cookie-name.ts'
import { isFramed, isSecure } from '../request/is-framed.ts'
import { cookie } from './cookie.ts'
import { sharedDomain } from './shared-domain.ts'

const maxAge = LIMITS.clientCookieMs / 1000

/**
 * The cookies of an answer that made or rotated a client token. On production instances they include the readable stamp
 * from which an application sees that its session token is older than the last sign-in or sign-out.
 */
export function clientCookies(call: FrontendCall, publicUrl: string, outcome: ClientOutcome): readonly string[] {
  if (outcome.newToken === null) return []
  const { instance } = call
  const secure = isSecure(call)
  const token = cookie(clientCookieName(call, publicUrl), outcome.newToken, { maxAge, secure, httpOnly: true, framed: isFramed(call) })
  if (instance.type !== 'production') return [token]
  const stamp = String(outcome.client.lastActiveSessionId === null ? 0 : Math.floor(outcome.client.updatedAt / 1000))
  const attributes = { maxAge, secure, httpOnly: false, domain: sharedDomain(call) }
  const names = ['__client_uat', `__client_uat_${instanceSuffix(instance, publicUrl)}`]
  return [token, ...names.map((name) => cookie(name, stamp, attributes))]
}
