import { cookieSuffix, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { LIMITS } from '../../domain/limits.ts'
import { allowedRedirectUrl } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { mintRefusal } from '../../flows/session.ts'
import { sha1Base64 } from '../../platform/hash.ts'
import { findMintable } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import { keepOneTime } from '../one-time/keep-one-time.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from '../session/mint-token.ts'
import { noteExpired } from '../session/note-expired.ts'
import { newRefreshToken } from './refresh-token.ts'

/** What a handshake was asked. */
export interface HandshakeRequest {
  readonly redirectUrl: string | null
  readonly format: string | null
  /** The dev browser that the application's cookie already names. */
  readonly devBrowser: string | null
}

/** Where to send the browser and what it carries: a nonce to fetch the cookies by, or the signed cookies themselves. */
export interface HandshakeOutcome {
  readonly redirectUrl: URL
  readonly carrier: { readonly name: '__clerk_handshake_nonce' | '__clerk_handshake'; readonly value: string }
}

type HandshakePorts = Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'keys' | 'mint' | 'signHandshake' | 'publicUrl'>

/**
 * Answers an application that cannot tell whether its visitor is signed in: the visitor's browser comes by here with the
 * client cookie, and goes back with cookies for the application. Only an allowed address is ever gone back to.
 * @throws Refusal `invalid_redirect_url`
 */
export async function handshake(ports: HandshakePorts, call: FrontendCall, request: HandshakeRequest): Promise<HandshakeOutcome> {
  const target = request.redirectUrl === null ? null : allowedRedirectUrl(call.instance, request.redirectUrl, [])
  if (target === null) throw new Refusal('invalid_redirect_url', { param: 'redirect_url' })
  const redirectUrl = new URL(target)
  const knownAt = ports.clock.now()
  const session = await liveSession(ports, call)
  const of = { instance: call.instance, issuer: call.issuer, origin: redirectUrl.origin, knownAt }
  const token = session && (await mintToken(ports, { ...of, session }))
  // A token in a URL or a cookie can be read and used again until its minute is over, since applications check it by themselves. So what
  // lasts longer goes with a nonce, which is taken once.
  const byNonce = request.format === 'nonce'
  const refresh = session && byNonce && call.instance.type === 'production' ? newRefreshToken(ports, session, redirectUrl.origin) : null
  const directives = sessionDirectives({
    instance: call.instance,
    publicUrl: ports.publicUrl,
    secure: redirectUrl.protocol === 'https:',
    clientUpdatedAt: session && call.client ? call.client.updatedAt : null,
    token,
    refresh: refresh && refresh.secret,
    devBrowser: call.instance.type === 'development' ? (validDevBrowser(request.devBrowser) ?? newId(ports, 'dev_browser')) : null,
  })
  if (!byNonce) {
    const [key] = await ports.keys.of(call.instance)
    return { redirectUrl, carrier: { name: '__clerk_handshake', value: await ports.signHandshake(key, directives, ports.clock.now()) } }
  }
  const nonce = Buffer.from(ports.random.bytes(32)).toString('base64url')
  const lifetimeMs = LIMITS.handshakeNonceMs
  const userId = session && session.userId
  await keepOneTime(ports, call.scope, { purpose: 'handshake', secret: nonce, payload: { directives, refresh }, userId, lifetimeMs })
  return { redirectUrl, carrier: { name: '__clerk_handshake_nonce', value: nonce } }
}

function validDevBrowser(text: string | null): string | null {
  return text !== null && /^dvb_[0-9A-Za-z]{27}$/.test(text) ? text : null
}

async function liveSession(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall): Promise<Session | null> {
  const { client, instance } = call
  if (client === null || client.lastActiveSessionId === null) return null
  const found = await findMintable(call.scope, { clientId: client.id, sessionId: client.lastActiveSessionId })
  if (found === null) return null
  if (mintRefusal(found.session, found.user, instance.settings, ports.clock.now()) === null) return found.session
  await noteExpired(ports, call, [found.session])
  return null
}

const year = 365 * 24 * 60 * 60

/** What a set of cookies for an application is made of. */
export interface DirectiveFacts {
  readonly instance: Instance
  readonly publicUrl: string
  /** The application is served over https. */
  readonly secure: boolean
  /** `null` when signed out. */
  readonly clientUpdatedAt: number | null
  readonly token: string | null
  readonly refresh: string | null
  readonly devBrowser: string | null
}

/**
 * The `Set-Cookie` lines that make an application know its visitor, or know that she is signed out.
 * Names with and without the instance's suffix, since older SDKs know only the latter.
 */
export function sessionDirectives(facts: DirectiveFacts): readonly string[] {
  const suffix = cookieSuffix(sha1Base64(publishableKeyOf(facts.instance, facts.publicUrl)))
  const uat = facts.token === null ? 0 : Math.floor((facts.clientUpdatedAt ?? 0) / 1000)
  const both = (name: string) => [name, `${name}_${suffix}`]
  const line = (name: string, value: string, maxAge: number, httpOnly = false) =>
    `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${facts.secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`
  const session = both('__session').map((name) => (facts.token === null ? line(name, '', 0) : line(name, facts.token, year)))
  const refresh = facts.instance.type === 'development' ? [] : [refreshLine(`__refresh_${suffix}`, facts.refresh, line)]
  return [
    ...session,
    ...both('__client_uat').map((name) => line(name, String(uat), year)),
    ...refresh,
    ...(facts.devBrowser === null ? [] : both('__clerk_db_jwt').map((name) => line(name, facts.devBrowser!, year))),
    ...(facts.instance.type === 'development' ? [] : ['__clerk_handshake', '__clerk_handshake_nonce'].map((name) => line(name, '', 0))),
  ]
}

function refreshLine(
  name: string,
  value: string | null,
  line: (name: string, value: string, maxAge: number, httpOnly: boolean) => string,
): string {
  return value === null ? line(name, '', 0, true) : line(name, value, year, true)
}
