import { parsePublishableKey, type SessionClaims } from '@latchkey/protocol'
import { type CookieNames, cookieNames } from '../cookies/cookie-names.ts'
import { cookieValues } from '../cookies/cookie-values.ts'
import type { Instance, InstanceOptions, SeenCookies } from '../verify/instance.ts'
import { type CheckOptions, tokenCheck } from '../verify/verify-token.ts'
import type { TokenVerdict } from '../verify/judge-token.ts'
import { type GetToken, type RequestState, signedIn, signedOut } from './auth-state.ts'
import { fetchSessionToken } from './fetch-session-token.ts'

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
  // An instance that is known by its key set alone may be asked for with another publishable key, whose cookies have other names.
  const seen = header === null || options.publishableKey !== instance.publishableKey ? undefined : instance.seen.get(header)
  if (seen !== undefined && seen.secure === options.secure && seen.framed === options.framed) return byTokens(instance, seen, options)
  const { secure, framed } = options
  const names = namesFor(header, options)
  const tokens = cookieValues(header, names.session)
  const clients = cookieValues(header, names.client)
  if (tokens.length > 1 || clients.length > 1) return signedOut('ambiguous_cookie')
  const [[token], [clientToken]] = [tokens, clients]
  if (!token) return signedOut('no_session_cookie')
  if (!clientToken) return signedOut('no_client_cookie')
  if (header !== null && options.publishableKey === instance.publishableKey) {
    remember(instance.seen, header, { token, clientToken, secure, framed })
  }
  return byTokens(instance, { token, clientToken }, options)
}

/** Whoever does not say how the app is reached gets the names that cannot be planted, wherever the browser has such cookies or must have. */
function namesFor(header: string | null, { publishableKey, secure, framed }: AuthenticateRequestOptions): CookieNames {
  if (secure !== undefined) return cookieNames(publishableKey, { secure, framed })
  const names = cookieNames(publishableKey, { secure: true, framed })
  const has = (name: string) => cookieValues(header, name).length > 0
  if (parsePublishableKey(publishableKey)?.instanceType === 'production' || has(names.client) || has(names.session)) return names
  return cookieNames(publishableKey, { framed })
}

function byTokens(
  instance: Instance,
  { token, clientToken }: Pick<SeenCookies, 'token' | 'clientToken'>,
  options: AuthenticateRequestOptions,
): RequestState | Promise<RequestState> {
  return judged(
    instance,
    instance.judge(token, tokenCheck(instance, options, clientToken)),
    ({ sid }) =>
      () =>
        fetchSessionToken(options, sid),
  )
}

/** Cookie headers whose parts are known by their whole text. Everything in them is judged each time. */
const mostSeen = 2000

function remember(seen: Map<string, SeenCookies>, header: string, cookies: SeenCookies): void {
  if (seen.size >= mostSeen) seen.clear()
  seen.set(header, cookies)
}

function judged(
  instance: Instance,
  verdict: TokenVerdict | Promise<TokenVerdict>,
  tokenOf: (claims: SessionClaims) => GetToken,
): RequestState | Promise<RequestState> {
  if (verdict instanceof Promise) return verdict.then((settled) => judged(instance, settled, tokenOf))
  return verdict.ok
    ? signedIn(verdict.claims, tokenOf(verdict.claims), instance.clockDifference())
    : signedOut(verdict.reason, instance.clockDifference())
}

/** `null` for another scheme: a password that a host asks for in front of an app is none of our business. */
function bearerToken(authorization: string | null): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(authorization ?? '')
  return match === null ? null : (match[1] ?? '')
}
