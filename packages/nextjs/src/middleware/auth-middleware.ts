import type { Auth } from '@latchkey/backend'
import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server.js'
import { appCookies, setCookieLines } from '../cookies/app-cookies.ts'
import { forward } from '../forward/forward.ts'
import { isBelowPrefix } from '../forward/forwarded-path.ts'
import { ownOrigin } from '../forward/own-origin.ts'
import { nextVersion } from '../platform/next.ts'
import { problem } from '../problems/problem.ts'
import { nextProblem } from '../problems/next-problem.ts'
import { problemResponse } from '../problems/problem-page.ts'
import { tell } from '../problems/tell.ts'
import { type Established, establish } from '../refresh/establish.ts'
import { PREFIX } from '../settings/prefix.ts'
import { readSettings, type Settings, type SettingsOptions } from '../settings/read-settings.ts'
import { isDocument, looksLikeApi } from './request-kind.ts'
import { isFile } from './known-files.ts'
import { sealedOrigin } from './origin-header.ts'
import { goesOn, passOn } from './pass-on.ts'
import { isPreflight, passPreflight } from './preflight.ts'
import { readablePath } from './readable-path.ts'
import { createRouteMatcher, type RouteMatcher, type Routes } from './route-matcher.ts'
import { signInRedirect } from './sign-in-redirect.ts'

/** What `afterAuth` is told: who is signed in, and what kind of page is asked for. */
export type MiddlewareAuth = Auth & { readonly isPublicRoute: boolean; readonly isApiRoute: boolean }

type Answer = Response | null | undefined | void

/** How an app is protected. */
export interface AuthMiddlewareOptions extends SettingsOptions {
  /** Pages that everybody may see. All others are for people who are signed in. Pages to sign in and up are public by themselves. */
  readonly publicRoutes?: Routes | undefined
  /** Paths this middleware keeps out of altogether, besides files of Next.js and of `public/`. Whatever is there is everybody's. */
  readonly ignoredRoutes?: Routes | undefined
  /**
   * Paths that programs ask for, which are answered with 401 instead of a redirect; `/api/…`, `/trpc/…`, JSON, and everything but
   * reading.
   */
  readonly apiRoutes?: Routes | undefined
  /**
   * Handlers that pages of other origins may call: browsers ask there by `OPTIONS` first, without credentials, and the handler's own
   * `OPTIONS` answers. Left out, all handlers of the App Router; on the Edge runtime, where these are not known, none.
   */
  readonly corsRoutes?: Routes | undefined
  /** Comes first. `false`: nobody is looked for, the request goes on. A response: it is the answer. */
  readonly beforeAuth?: ((request: NextRequest, event: NextFetchEvent) => Answer | false | Promise<Answer | false>) | undefined
  /** Decides instead of the middleware; nothing is protected unless it does so. */
  readonly afterAuth?: ((auth: MiddlewareAuth, request: NextRequest, event: NextFetchEvent) => Answer | Promise<Answer>) | undefined
}

/**
 * The middleware of an app: `export const proxy = authMiddleware({ publicRoutes: ['/'] })` in `proxy.ts`, or as default export of
 * `middleware.ts` before Next.js 16. It makes the Latchkey server part of the app below `/__latchkey`, keeps the sign-in fresh, and
 * lets only people who are signed in see what is not public.
 * @throws TypeError when a route cannot be understood
 */
export function authMiddleware(options: AuthMiddlewareOptions = {}): Middleware {
  return middlewareOf(options, async (asked) => {
    const { request, event, established, isPublicRoute, isApiRoute } = asked
    if (options.afterAuth !== undefined)
      return (await options.afterAuth({ ...established.auth.toAuth(), isPublicRoute, isApiRoute }, request, event)) ?? null
    return established.auth.isSignedIn || isPublicRoute ? null : turnAway(asked)
  })
}

/** A middleware, as Next.js calls it. */
export type Middleware = (request: NextRequest, event: NextFetchEvent) => Promise<Response>

/** A request of which it is known who makes it. */
export interface Asked {
  readonly request: NextRequest
  readonly event: NextFetchEvent
  readonly established: Established
  readonly isPublicRoute: boolean
  readonly isApiRoute: boolean
  /** The path can be read in more than one way. */
  readonly isOdd: boolean
  readonly origin: string
  readonly settings: Settings
}

/** Everything that middleware does but deciding. @param decide `null` lets the request go on */
export function middlewareOf(
  options: Omit<AuthMiddlewareOptions, 'afterAuth'>,
  decide: (asked: Asked) => Promise<Response | null>,
): Middleware {
  const isIgnored = createRouteMatcher(options.ignoredRoutes ?? [])
  const isPublic = createRouteMatcher(options.publicRoutes ?? [])
  const outdated = nextProblem(nextVersion())
  if (outdated !== null) tell(outdated)
  const takesPreflight = options.corsRoutes === undefined ? null : createRouteMatcher(options.corsRoutes)
  const isApi = options.apiRoutes === undefined ? looksLikeProgram : createRouteMatcher(options.apiRoutes)

  return async (request, event) => {
    const { pathname } = request.nextUrl
    const path = readablePath(pathname)
    const below = isBelowPrefix(pathname)
    if (!below && (isFile(request) || (path !== null && isIgnored(path, request)))) return NextResponse.next()
    const read = readSettings(options)
    if ('problem' in read) return problemResponse(read.problem, request)
    const { settings } = read
    const isPublicRoute = path !== null && (isPublic(path, request) || isOwnPage(path, settings))
    // The image optimizer asks like this, for an image that a page or a handler makes, and for nobody in particular.
    if (!below && request.method === 'GET' && !request.headers.has('host'))
      return isPublicRoute ? passOn(request, { edits: {}, response: null }) : unauthorized()
    const origin = ownOrigin(request.headers, request.nextUrl.protocol, settings)
    if (origin === null) return problemResponse(problem('host_invalid'), request, 400)
    const { basePath, search } = request.nextUrl
    if (below) return forward(request, { pathname, search, origin, basePath }, settings)

    if (!isPublicRoute && isPreflight(path, request, takesPreflight)) return passPreflight(request)
    const before = (await options.beforeAuth?.(request, event)) ?? null
    if (before === false) return passOn(request, { edits: {}, response: null })
    if (before instanceof Response && !goesOn(before)) return before

    const established = await establish(request.headers, `${origin}${basePath}${PREFIX}`, settings, isPublicRoute)
    const isApiRoute = isApi(path ?? pathname, request)
    const answer = await decide({ request, event, established, isPublicRoute, isApiRoute, isOdd: path === null, origin, settings })
    const response = answer ?? before
    const sealed = await sealedOrigin(origin, settings.secretKey)
    const passed = passOn(request, { edits: established.edits, response, origin: sealed })
    const leaving = withCookies(passed, established, origin, settings)
    // What is for some people is no cache's to keep: a static page would say that it may be, for a year.
    if (!isPublicRoute) leaving.headers.set('cache-control', 'private, no-store')
    // What the app wants remembered is kept, whoever has the last word.
    if (answer !== null && before !== null) for (const line of before.headers.getSetCookie()) leaving.headers.append('set-cookie', line)
    return leaving
  }
}

/** The answer to somebody who may not see a page before they have signed in. */
export function turnAway({ request, established, isApiRoute, origin, settings }: Asked): Response {
  // To send somebody to sign in who may be signed in would send them round in circles.
  if (established.problem !== null) return problemResponse(established.problem, request, 503)
  if (request.method === 'POST' && request.headers.has('next-action')) return actionRefusal(request, origin, settings)
  if (isApiRoute) return new Response('null', { status: 401, headers: { 'content-type': 'application/json' } })
  // A redirect to anything but a document would stay in the router's cache and send people back who have signed in since.
  if (!isDocument(request)) return unauthorized()
  return signInRedirect(request, origin, settings)
}

/**
 * A server action is called by a page that was open when its visitor was signed out. The router goes where the header says, as it does
 * for an action that redirects, by loading that page; with anything else the page would fall over.
 */
function actionRefusal(request: NextRequest, origin: string, settings: Settings): Response {
  const target = new URL(signInRedirect(request, origin, settings).headers.get('location')!)
  const to = target.origin === origin ? target.pathname + target.search : target.href
  return new Response('You are signed out. Sign in again.', {
    status: 401,
    headers: { 'content-type': 'text/plain', 'x-action-redirect': `${to};push` },
  })
}

function unauthorized(): Response {
  return new Response(null, { status: 401, headers: { 'cache-control': 'private, no-store' } })
}

function withCookies(response: Response, { changes }: Established, origin: string, settings: Settings): Response {
  const lines = setCookieLines(appCookies(settings, origin), changes)
  for (const line of lines) response.headers.append('set-cookie', line)
  // A static page is answered with a year of public caching, which is no place for somebody's cookie.
  if (lines.length > 0) response.headers.set('cache-control', 'private, no-store')
  return response
}

const looksLikeProgram: RouteMatcher = (path, { method, headers }) => looksLikeApi(path, headers) || !/^(?:GET|HEAD|OPTIONS)$/.test(method)

/** Pages to sign in and up, and everything below them. */
function isOwnPage(path: string, { signInUrl, signUpUrl }: Settings): boolean {
  return [signInUrl, signUpUrl].some((url) => {
    const page = url?.startsWith('/') ? readablePath(url.replace(/[?#].*$/, '')) : null
    return page !== null && page !== '/' && (path === page || path.startsWith(`${page}/`))
  })
}
