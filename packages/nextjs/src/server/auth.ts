import type { Auth as BackendAuth } from '@latchkey/backend'
import { connection } from 'next/server.js'
import { cache } from 'react'
import { clockProblem } from '../problems/clock-problem.ts'
import { problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { authenticateHere } from '../refresh/authenticate-here.ts'
import { requireSettings } from '../settings/require-settings.ts'
import { noPermissions } from './no-permissions.ts'
import { protect, redirectToSignIn, redirectToSignUp, type SignInTarget } from './protect.ts'
import { reachedAt } from './reached-at.ts'
import { requestHeaders } from './request-headers.ts'
import { requireMiddleware } from './require-middleware.ts'

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
