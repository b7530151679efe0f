import type { Auth } from '@latchkey/backend'
import type { NextFetchEvent, NextRequest } from 'next/server.js'
import { noPermissions } from '../server/no-permissions.ts'
import { type Asked, type AuthMiddlewareOptions, type Middleware, middlewareOf, turnAway } from './auth-middleware.ts'
import { signInRedirect } from './sign-in-redirect.ts'

/** Who is signed in, for the handler of `latchkeyMiddleware`. */
export interface HandlerAuth {
  (): Promise<Auth & { readonly redirectToSignIn: Redirect; readonly redirectToSignUp: Redirect }>
  /** Ends the handler with the way to sign in for whoever is not signed in. */
  protect(): Promise<Extract<Auth, { readonly isSignedIn: true }>>
}

/** Answers with the way to sign in or up. @param target `returnBackUrl` is where to go afterwards; the page asked for */
export type Redirect = (target?: { readonly returnBackUrl?: string | undefined }) => Response

/** Decides about a request; what it does not answer goes on. */
export type MiddlewareHandler = (auth: HandlerAuth, request: NextRequest, event: NextFetchEvent) => HandlerAnswer | Promise<HandlerAnswer>

type HandlerAnswer = Response | null | undefined | void

/** What `latchkeyMiddleware` takes besides its handler. Pages named in `publicRoutes` may be kept by caches. */
export type LatchkeyMiddlewareOptions = Omit<AuthMiddlewareOptions, 'beforeAuth' | 'afterAuth'>

/**
 * Middleware that protects what its handler says: `latchkeyMiddleware(async (auth, request) => { if (isProtected(request)) await
 * auth.protect() })`. All else that it does is what `authMiddleware` does; a path that can be read in two ways is for people who are
 * signed in, whatever the handler says. Pages that are not named in `publicRoutes` are kept out of caches.
 */
export function latchkeyMiddleware(
  first: MiddlewareHandler | LatchkeyMiddlewareOptions = {},
  second: LatchkeyMiddlewareOptions | ((request: NextRequest) => LatchkeyMiddlewareOptions | Promise<LatchkeyMiddlewareOptions>) = {},
): Middleware {
  if ('nextUrl' in first)
    throw new TypeError('Export what latchkeyMiddleware() returns, and not the function itself: export default latchkeyMiddleware()')
  const [handler, options] = typeof first === 'function' ? [first, second] : [null, first]
  const decide = async (asked: Asked): Promise<Response | null> => {
    if (asked.isOdd && !asked.established.auth.isSignedIn) return turnAway(asked)
    try {
      return (await handler?.(authOf(asked), asked.request, asked.event)) ?? null
    } catch (error) {
      if (error instanceof TurnedAway) return error.response
      throw error
    }
  }
  if (typeof options !== 'function') return middlewareOf(options, decide)
  return async (request, event) => middlewareOf(await options(request), decide)(request, event)
}

/** Thrown through the handler by `auth.protect()`. */
class TurnedAway extends Error {
  override readonly name = 'TurnedAway'
  readonly response: Response

  constructor(response: Response) {
    super('Somebody who is not signed in was turned away. Let this error pass: the middleware answers with it.')
    this.response = response
  }
}

function authOf(asked: Asked): HandlerAuth {
  const { request, established, origin, settings } = asked
  const redirect =
    (signInUrl: string | null, hosted: 'sign-in' | 'sign-up'): Redirect =>
    ({ returnBackUrl } = {}) =>
      signInRedirect(request, origin, { signInUrl }, { hosted, back: returnBackUrl })
  const auth = async () => ({
    ...established.auth.toAuth(),
    redirectToSignIn: redirect(settings.signInUrl, 'sign-in'),
    redirectToSignUp: redirect(settings.signUpUrl, 'sign-up'),
  })
  return Object.assign(auth, {
    async protect(...asks: readonly unknown[]) {
      noPermissions(asks)
      const state = established.auth.toAuth()
      if (!state.isSignedIn) throw new TurnedAway(turnAway(asked))
      return state
    },
  })
}
