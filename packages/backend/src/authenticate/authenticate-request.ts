import type { SessionClaims } from '@latchkey/protocol'
import { createLatchkeyClient } from '../api/create-latchkey-client.ts'
import { type CookieNames, cookieNames } from '../cookies/cookie-names.ts'
import { cookieValues, textOfItsOwn } from '../cookies/cookie-values.ts'
import type { Instance, InstanceOptions } from '../verify/instance.ts'
import { after, type TokenVerdict } from '../verify/judge-token.ts'
import { type CheckOptions, tokenCheck } from '../verify/verify-token.ts'
import { type GetToken, type RequestState, signedIn, signedOut } from './auth-state.ts'

/** How a request is looked at. */
export interface AuthenticateRequestOptions extends InstanceOptions, CheckOptions {
  readonly publishableKey: string
  /** Needed for `getToken()` of somebody who is signed in by cookie. */
  readonly secretKey?: string | undefined
  /**
   * Is the app reached by https? Then only cookies count whose names begin with `__Host-`, which no other host can set. Left out: yes
   * for `pk_live_…`, and for `pk_test_…` where the browser sends such a cookie.
   */
  readonly secure?: boolean | undefined
  /** May the app be a frame of other sites (`NEXT_PUBLIC_LATCHKEY_FRAMED`)? Its cookies have other names then. */
  readonly framed?: boolean | undefined
}

/** The part of a request that says who made it. */
export interface RequestLike {
  readonly headers: { get(name: string): string | null }
}

/**
 * Finds out who made a request: by `Authorization: Bearer …` when there is one, otherwise by the app's cookies. Anything wrong with
 * them is signed out and never an exception. @throws TypeError when the options cannot be used
 */
export type AuthenticateRequest = (request: RequestLike, options: AuthenticateRequestOptions) => Promise<RequestState>

/** Makes `authenticateRequest` for a runtime. */
export function createAuthenticateRequest(instances: (options: InstanceOptions) => Instance | Promise<Instance>): AuthenticateRequest {
  return async ({ headers }, options) => {
    const found = instances(options)
    // Nothing is waited for that is there already: most requests come with a token that is known.
    const instance = found instanceof Promise ? await found : found
    const bearer = bearerToken(headers.get('authorization'))
    return bearer === null ? byCookie(instance, headers.get('cookie'), options) : byBearer(instance, bearer, options)
  }
}

function byBearer(instance: Instance, token: string, options: AuthenticateRequestOptions): RequestState | Promise<RequestState> {
  return judged(instance, instance.judge(token, tokenCheck(instance, options, null)), () => async () => token)
}

function byCookie(instance: Instance, header: string | null, options: AuthenticateRequestOptions): RequestState | Promise<RequestState> {
  if (header === null) return signedOut('no_session_cookie')
  const { tokens, clients } = cookiesOf(header, options)
  if (tokens.length > 1 || clients.length > 1) return signedOut('ambiguous_cookie')
  const token = tokens[0]
  const clientToken = clients[0]
  if (!token) return signedOut('no_session_cookie')
  if (!clientToken) return signedOut('no_client_cookie')
  // Both may be remembered.
  const long = header.length > LONG
  const check = tokenCheck(instance, options, long ? textOfItsOwn(clientToken) : clientToken)
  return judged(
    instance,
    instance.judge(long ? textOfItsOwn(token) : token, check),
    ({ sid }) =>
      () =>
        fetchSessionToken(options, sid),
  )
}

interface Cookies {
  readonly tokens: readonly string[]
  readonly clients: readonly string[]
}

/**
 * Whoever does not say how the app is reached gets the names that cannot be planted, wherever the browser has such cookies or must
 * have.
 */
function cookiesOf(header: string, { publishableKey, secure, framed }: AuthenticateRequestOptions): Cookies {
  const found = named(header, cookieNames(publishableKey, { secure: secure ?? true, framed }))
  if (secure !== undefined || found.tokens.length > 0 || found.clients.length > 0) return found
  if (publishableKey.startsWith('pk_live_')) return found
  return named(header, cookieNames(publishableKey, { framed }))
}

function named(header: string, names: CookieNames): Cookies {
  return { tokens: cookieValues(header, names.session), clients: cookieValues(header, names.client) }
}

/** A header that holds much else besides our cookies, in characters. */
const LONG = 2048

function judged(
  instance: Instance,
  verdict: TokenVerdict | Promise<TokenVerdict>,
  tokenOf: (claims: SessionClaims) => GetToken,
): RequestState | Promise<RequestState> {
  return after(verdict, (settled) =>
    settled.ok
      ? signedIn(settled.claims, tokenOf(settled.claims), instance.clockDifference())
      : signedOut(settled.reason, instance.clockDifference()),
  )
}

/** `null` for another scheme: a password that a host asks for in front of an app is none of our business. */
function bearerToken(authorization: string | null): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(authorization ?? '')
  return match === null ? null : (match[1] ?? '')
}

/**
 * A token for calling another API as the user of a session: that of the cookie is bound to the browser, so a new one is asked for.
 * @throws LatchkeyApiError when the server refuses or is away, TypeError when there is no secret key
 */
async function fetchSessionToken(options: AuthenticateRequestOptions, sessionId: string): Promise<string> {
  const { secretKey, publishableKey, fetch } = options
  if (secretKey === undefined) throw new TypeError('getToken() needs the secret key: give secretKey (LATCHKEY_SECRET_KEY).')
  const client = createLatchkeyClient({ secretKey, publishableKey, fetch })
  return (await client.sessions.getToken(sessionId)).jwt
}
