import type { NextRequest } from 'next/server.js'
import { readablePath } from './readable-path.ts'
import { createRouteMatcher as createPathMatcher, type Routes } from './route-matcher.ts'

/**
 * Says of a request whether it is to one of the routes, for the handler of `latchkeyMiddleware`. Routes are written as for
 * `publicRoutes`. @throws TypeError when a path cannot be understood
 */
export function createRouteMatcher(routes: Routes): (request: NextRequest) => boolean {
  const matches = createPathMatcher(routes)
  return (request) => matches(readablePath(request.nextUrl.pathname) ?? request.nextUrl.pathname, request)
}
