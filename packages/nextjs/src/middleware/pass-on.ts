import { type NextRequest, NextResponse } from 'next/server.js'
import { editCookies } from '../cookies/app-cookies.ts'
import { ORIGIN_HEADER } from './origin-header.ts'

/** A request that goes on, and the answer that other code wants to give, `null` where it wants none. */
export interface PassOn {
  /** Cookies that the app's own code shall see otherwise than they came; `null` for not at all. */
  readonly edits: Readonly<Record<string, string | null>>
  readonly response: Response | null
  /** Where the app is reached, sealed. */
  readonly origin?: string | undefined
}

/** Tells the app's own code which path was asked for. It is for finding back after a sign-in, and nothing else may believe it. */
export const PATH_HEADER = 'x-latchkey-path'

const OVERRIDDEN = 'x-middleware-override-headers'
const PREFIXED = 'x-middleware-request-'

/**
 * The answer by which Next.js lets a request go on with the cookies it shall have, and without headers that only we may set. What
 * other code wants to add or override is kept; what ends the request is handed on as it is.
 */
export function passOn(request: NextRequest, { edits, response, origin }: PassOn): Response {
  if (response !== null && !goesOn(response)) return new Response(response.body, response)
  const headers = overridden(request, response)
  for (const name of [...headers.keys()]) if (name.startsWith('x-latchkey-')) headers.delete(name)
  headers.set(PATH_HEADER, request.nextUrl.basePath + request.nextUrl.pathname + request.nextUrl.search)
  if (origin !== undefined) headers.set(ORIGIN_HEADER, origin)
  const cookie = editCookies(headers.get('cookie'), edits)
  if (cookie === null) headers.delete('cookie')
  else headers.set('cookie', cookie)
  const passed = NextResponse.next({ request: { headers } })
  for (const [name, value] of response?.headers ?? []) {
    if (name === OVERRIDDEN || name.startsWith(PREFIXED) || name === 'x-middleware-next') continue
    if (name === 'set-cookie') passed.headers.append(name, value)
    else passed.headers.set(name, value)
  }
  if (response?.headers.has('x-middleware-rewrite')) passed.headers.delete('x-middleware-next')
  return passed
}

/** Lets the request go on, as it is or to another page of the app. */
export function goesOn(response: Response): boolean {
  return response.headers.get('x-middleware-next') === '1' || response.headers.has('x-middleware-rewrite')
}

/** The headers that other code has the app see. */
function overridden(request: NextRequest, response: Response | null): Headers {
  const names = response?.headers.get(OVERRIDDEN)
  if (response === null || names == null) return new Headers(request.headers)
  const headers = new Headers()
  for (const name of names.split(',').map((one) => one.trim())) {
    const value = response.headers.get(PREFIXED + name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}
