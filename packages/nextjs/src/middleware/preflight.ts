import { type NextRequest, NextResponse } from 'next/server.js'
import { isHandler } from '../matcher/find-handlers.ts'
import { appFolder } from '../platform/app-folder.ts'
import type { RouteMatcher } from './route-matcher.ts'
import { PATH_HEADER } from './pass-on.ts'

/**
 * Is this a browser that asks, before it sends what a page of another origin wants to send, whether it may? It sends no credentials
 * with that question, so nobody could ever be let in. Anybody can write such a request by hand, so it is for a handler of the App
 * Router alone, which answers it by its own function. @param named routes that the app says so of, which is all that is known on
 * the Edge runtime
 */
export function isPreflight(path: string | null, request: NextRequest, named: RouteMatcher | null): boolean {
  const { method, headers } = request
  if (method !== 'OPTIONS' || path === null || !headers.has('origin') || !headers.has('access-control-request-method')) return false
  if (named !== null) return named(path, request)
  const folder = appFolder()
  return folder !== null && isHandler(path, folder)
}

/** Lets it go on without anything that could say who sent it. */
export function passPreflight(request: NextRequest): Response {
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()])
    if (name === 'cookie' || name === 'authorization' || name.startsWith('x-latchkey-')) headers.delete(name)
  headers.set(PATH_HEADER, request.nextUrl.basePath + request.nextUrl.pathname)
  const passed = NextResponse.next({ request: { headers } })
  passed.headers.set('cache-control', 'private, no-store')
  return passed
}
