import type { Auth as BackendAuth } from '@latchkey/backend'
import { connection } from 'next/server.js'
import { cache } from 'react'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { looksLikeApi } from '../middleware/request-kind.ts'
import { basePath } from '../platform/base-path.ts'
import { clockProblem } from '../problems/clock-problem.ts'
import { problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { authenticateHere } from '../refresh/authenticate-here.ts'
import { PREFIX } from '../settings/prefix.ts'
import { requireSettings } from '../settings/read-settings.ts'
import { noPermissions } from './no-permissions.ts'
import { requestHeaders } from './request-headers.ts'
import { reachedAt, requireMiddleware } from './require-middleware.ts'

/** Who is signed in, and the way to sign in for whoever is not. */
export type Auth = BackendAuth & {
  /** Ends the rendering and sends the browser to sign in. @param target `returnBackUrl` is where to go afterwards; the page asked for */
  redirectToSignIn(target?: SignInTarget): Promise<never>
  /** The same with the page to sign up. */
  redirectToSignUp(target?: SignInTarget): Promise<never>
}

/** Somebody who is signed in. */
export type SignedInAuth = Extract<Auth, { readonly isSignedIn: true }>

/**
 * Who is signed in, in server components, route handlers and server actions. It believes no header, but checks the token in the cookie
 * (or after `Authorization: Bearer`) itself, once per request.
 * @throws Error in one sentence when a key is missing, the middleware did not see the request, or Next.js knows of none
 */
export const auth: AuthFunction = Object.assign(cache(authOfRequest), {
  protect: async (...asks: readonly unknown[]): Promise<SignedInAuth> => {
    noPermissions(asks)
    return protect(await auth())
  },
})

/** {@link auth}, and `auth.protect()`, which lets nobody on who is not signed in. */
export interface AuthFunction {
  (): Promise<Auth>
  /** Goes on with whoever is signed in; sends everybody else to sign in (programs that ask an API get 404). */
  protect(): Promise<SignedInAuth>
}

async function authOfRequest(): Promise<Auth> {
  const headers = await requestHeaders('auth()')
  // The clock is read below: with Cache Components that is for the time of the request alone, also where headers are known before it.
  await connection()
  requireMiddleware(headers)
  const settings = requireSettings()
  const state = await authenticateHere(headers, await reachedAt(headers, settings), settings)
  const found =
    clockProblem(state.clockDifference) ??
    (state.reason === 'keys_unavailable' ? problem('server_unreachable', new URL(settings.frontendApi).origin) : null)
  if (found !== null) tell(found)
  return { ...state.toAuth(), redirectToSignIn, redirectToSignUp }
}

/** Where to go after signing in: a path of the app. Left out, the page that was asked for. */
interface SignInTarget {
  readonly returnBackUrl?: string | undefined
}

/** Goes on with whoever is signed in, and sends everybody else to sign in. */
async function protect(auth: Auth): Promise<SignedInAuth> {
  if (auth.isSignedIn) return auth
  const headers = await requestHeaders('auth.protect()')
  const path = headers.get(PATH_HEADER) ?? ''
  const below = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  if (!looksLikeApi(below, headers)) return redirectToSignIn()
  const { notFound } = await navigation()
  return notFound()
}

/** Ends the rendering and sends the browser to sign in. @param target `returnBackUrl` is where to go afterwards; the page asked for */
export function redirectToSignIn(target?: SignInTarget): Promise<never> {
  return toPage('redirectToSignIn()', requireSettings().signInUrl ?? `${PREFIX}/sign-in`, target)
}

/** Ends the rendering and sends the browser to sign up. @param target `returnBackUrl` is where to go afterwards; the page asked for */
export function redirectToSignUp(target?: SignInTarget): Promise<never> {
  return toPage('redirectToSignUp()', requireSettings().signUpUrl ?? `${PREFIX}/sign-up`, target)
}

async function toPage(caller: string, page: string, { returnBackUrl }: SignInTarget = {}): Promise<never> {
  const headers = await requestHeaders(caller)
  const back = returnBackUrl ?? pathOf(headers.get(PATH_HEADER))
  const { redirect } = await navigation()
  return redirect(back === null ? page : `${page}${page.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}`)
}

/**
 * Only when it is needed: under this name there is something where Next.js bundles the code, and nothing where Node loads it as it is,
 * as for a page of the Pages Router, which has no use for it.
 */
const navigation = () => import('#navigation')

/** Anybody can say so where the middleware does not run, so only a path of the app counts. */
function pathOf(header: string | null): string | null {
  return header !== null && /^\/(?![/\\])/.test(header) ? header : null
}
