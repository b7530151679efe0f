import type { ClientOutcome, FrontendCall } from '../../actions/call.ts'
import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { newId } from '../../actions/new-id.ts'
import type { Ports } from '../../actions/ports.ts'
import type { Instance } from '../../domain/instance.ts'
import { LIMITS } from '../../domain/limits.ts'
import { clientCookieName, otherClientCookieName, readCookie } from '../request/cookies.ts'
import { isFramed, isSecure } from '../request/is-framed.ts'

/** How long, for whom and where a cookie is kept. */
export interface CookieAttributes {
  /** Seconds; 0 deletes it. */
  readonly maxAge: number
  readonly secure: boolean
  readonly httpOnly: boolean
  /** Kept for each site apart whose pages have ours in a frame; only with `secure`. */
  readonly framed?: boolean
  readonly domain?: string | null
}

/**
 * A `Set-Cookie` value. Names and values are ours: tokens and numbers, nothing a person typed. By hand, with the attributes in the order in
 * which handshakes and the SDK write theirs, neither of which knows hono.
 * @see RFC 6265, section 4.1
 */
export function cookie(name: string, value: string, attributes: CookieAttributes): string {
  const { maxAge, secure, httpOnly, framed = false, domain } = attributes
  const where = domain ? `; Domain=${domain}` : ''
  const sent = framed ? 'SameSite=None; Partitioned' : 'SameSite=Lax'
  return `${name}=${value}; Path=/${where}; Max-Age=${maxAge}; ${sent}${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`
}

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

/**
 * Throws away the client cookie of the other kind where the request brought one: nothing reads it now, and it would be good again as soon
 * as frames are turned on or off. For every answer that sets the cookie of this kind, or ends what it stands for.
 * @param sent the request's own cookies
 */
export function withoutOtherClientCookie(call: Pick<FrontendCall, 'base' | 'instance'>, publicUrl: string, sent: string | null): string[] {
  const name = otherClientCookieName(call, publicUrl)
  if (name === null || sent === null || !sent.includes(`${name}=`)) return []
  return [cookie(name, '', { maxAge: 0, secure: true, httpOnly: true, framed: !isFramed(call) })]
}

const year = 365 * 24 * 60 * 60

/**
 * The readable cookies by which SDKs know a browser on development instances, where it has none yet. Their scripts do not build a URL of
 * another origin without one, that of the hosted pages for instance, and servers of theirs send a visitor round by a handshake for it.
 * It holds a name that means nothing here: what a browser may do hangs on its client cookie alone.
 * @param sent the request's own cookies
 */
export function devBrowserCookies(
  ports: Pick<Ports, 'clock' | 'random' | 'publicUrl'>,
  call: Pick<FrontendCall, 'instance' | 'base' | 'firstParty'>,
  sent: string | null,
): readonly string[] {
  const { instance, base, firstParty } = call
  if (instance.type !== 'development' || firstParty) return []
  const names = [`__clerk_db_jwt_${instanceSuffix(instance, ports.publicUrl)}`, '__clerk_db_jwt']
  if (readCookie(sent, names[0]!) !== null) return []
  const value = newId(ports, 'dev_browser')
  return names.map((name) => cookie(name, value, { maxAge: year, secure: base.startsWith('https:'), httpOnly: false }))
}

/**
 * The domain that an instance's own host shares with its application: `example.com` for `clerk.example.com`. `null` when
 * the request came by a prefix or a proxy, where the host is the application's own, or when there is nothing to share.
 */
export function sharedDomain({ instance, base }: { readonly instance: Pick<Instance, 'host'>; readonly base: string }): string | null {
  if (instance.host === null || base !== `https://${instance.host}`) return null
  const parent = instance.host.replace(/:\d+$/, '').split('.').slice(1)
  return parent.length >= 2 ? parent.join('.') : null
}
