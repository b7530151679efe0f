import { cookieNames } from '../cookies/cookie-names.ts'
import { cookieValues } from '../cookies/cookie-values.ts'
import type { Instance, InstanceOptions } from '../verify/instance.ts'
import { type CheckOptions, tokenCheck } from '../verify/verify-token.ts'
import { type RequestState, signedIn, signedOut } from './auth-state.ts'
import { fetchSessionToken } from './fetch-session-token.ts'

/** How a request is looked at. */
export interface AuthenticateRequestOptions extends InstanceOptions, CheckOptions {
  readonly publishableKey: string
  /** Needed for `getToken()` of somebody who is signed in by cookie. */
  readonly secretKey?: string | undefined
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
    const instance = found instanceof Promise ? await found : found
    const bearer = bearerToken(headers.get('authorization'))
    return bearer === null ? byCookie(instance, headers.get('cookie'), options) : byBearer(instance, bearer, options)
  }
}

async function byBearer(instance: Instance, token: string, options: AuthenticateRequestOptions): Promise<RequestState> {
  const verdict = await instance.judge(token, tokenCheck(instance, options, null))
  return verdict.ok ? signedIn(verdict.claims, async () => token) : signedOut(verdict.reason)
}

async function byCookie(instance: Instance, header: string | null, options: AuthenticateRequestOptions): Promise<RequestState> {
  const names = cookieNames(options.publishableKey)
  const [token, ...otherTokens] = cookieValues(header, names.session)
  const [clientToken, ...otherClients] = cookieValues(header, names.client)
  if (otherTokens.length > 0 || otherClients.length > 0) return signedOut('ambiguous_cookie')
  if (!token) return signedOut('no_session_cookie')
  if (!clientToken) return signedOut('no_client_cookie')
  const verdict = await instance.judge(token, tokenCheck(instance, options, clientToken))
  if (!verdict.ok) return signedOut(verdict.reason)
  return signedIn(verdict.claims, () => fetchSessionToken(options, verdict.claims.sid))
}

/** `null` for another scheme: a password that a host asks for in front of an app is none of our business. */
function bearerToken(authorization: string | null): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(authorization ?? '')
  return match === null ? null : (match[1] ?? '')
}
