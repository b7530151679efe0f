import { forward } from '../forward/forward.ts'
import { ownOrigin } from '../forward/own-origin.ts'
import { problem } from '../problems/problem.ts'
import { problemResponse } from '../problems/problem-page.ts'
import { PREFIX } from '../settings/prefix.ts'
import { readSettings, type SettingsOptions } from '../settings/read-settings.ts'

type Handle = (request: Request) => Promise<Response>

/** A handler for every method. */
export type RouteHandlers = { readonly [Method in 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE']: Handle }

/**
 * Makes the Latchkey server part of an app that has no middleware: `export const { GET, HEAD, POST, PATCH, PUT, DELETE } =
 * latchkeyRouteHandler()` in `app/%5F_latchkey/[...path]/route.ts`, and LATCHKEY_MIDDLEWARE=off in its environment. Without
 * middleware nothing is protected but by `auth.protect()`, and nothing refreshes a sign-in that is older than a minute until the
 * page has loaded.
 */
export function latchkeyRouteHandler(options: SettingsOptions = {}): RouteHandlers {
  const handle: Handle = async (request) => {
    const read = readSettings(options)
    if ('problem' in read) return problemResponse(read.problem, request)
    const url = new URL(request.url)
    const origin = ownOrigin(request.headers, url.protocol, read.settings)
    if (origin === null) return problemResponse(problem('host_invalid'), request, 400)
    const at = url.pathname.indexOf(`${PREFIX}/`)
    return forward(
      request,
      { pathname: url.pathname.slice(Math.max(at, 0)), search: url.search, origin, basePath: url.pathname.slice(0, Math.max(at, 0)) },
      read.settings,
    )
  }
  return { GET: handle, HEAD: handle, POST: handle, PATCH: handle, PUT: handle, DELETE: handle }
}
