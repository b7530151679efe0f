import { createServerClock } from '@latchkey/backend'
import { BODY_BYTES, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { appCookies, type Jar, readJar, setCookieLines } from '../cookies/app-cookies.ts'
import { now, uptime } from '../platform/clock.ts'
import { liveFetch, timeout } from '../platform/fetch.ts'
import { clockProblem } from '../problems/clock-problem.ts'
import { problemResponse } from '../problems/problem-page.ts'
import { problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { forgetRefreshed } from '../refresh/refresh-memo.ts'
import { PREFIX } from '../settings/prefix.ts'
import type { Settings } from '../settings/read-settings.ts'
import { forwardedPath } from './forwarded-path.ts'
import { serverHeaders } from './server-headers.ts'
import { cookieChanges, readServerState } from './server-state.ts'
import { setUpProblem } from './set-up-problem.ts'
import { UNAVAILABLE, unavailablePage } from './unavailable-page.ts'

/** What is handed back of an answer, and nothing else. */
const ANSWERED = [
  'content-type',
  'content-language',
  'content-disposition',
  'content-security-policy',
  'cache-control',
  'etag',
  'expires',
  'last-modified',
  'permissions-policy',
  'referrer-policy',
  'retry-after',
  'vary',
  'x-content-type-options',
  'x-frame-options',
  'x-robots-tag',
]

const timeoutMs = 30_000

/** Where a request came in. */
export interface Arrival {
  /** Path and query below the app's base path, as the browser wrote them. */
  readonly pathname: string
  readonly search: string
  /** The app's own origin. */
  readonly origin: string
  /** Below which path the whole app is, `''` for none. */
  readonly basePath: string
}

/**
 * Answers a request to a path below `/__latchkey` by asking the Latchkey server, and turns what that says about the sign-in into
 * cookies of the app. The browser never talks to the server itself, and never sees its address.
 */
export async function forward(request: Request, { pathname, search, origin, basePath }: Arrival, settings: Settings): Promise<Response> {
  if (pathname === UNAVAILABLE) return unavailablePage(request, settings)
  const found = forwardedPath(pathname)
  if (found === null) return refusal(404, 'resource_not_found', 'Nothing at this path.')
  const { path, methods, page } = found
  if (!methods.has(request.method)) return refusal(405, 'method_not_allowed', 'This path doesn’t take that method.')
  if (!mayChange(request, origin)) return refusal(403, 'origin_invalid', 'Only pages of the app itself may do this.')
  const body = await readLimited(request)
  if (body === 'too_large') return refusal(413, 'request_body_too_large', 'The request is larger than the Latchkey server takes.')
  const jar = readJar(request.headers.get('cookie'), appCookies(settings, origin))
  const { client: clientToken } = jar
  const visitor = { headers: request.headers, proxyUrl: `${origin}${basePath}${PREFIX}`, clientToken }
  const clock = createServerClock()
  const [askedAt, began] = [now(), uptime()]
  const answer = await liveFetch(`${settings.frontendApi}/${path}${search}`, {
    method: request.method,
    headers: serverHeaders(visitor, settings),
    body,
    redirect: 'manual',
    signal: timeout(timeoutMs, request.signal),
  }).catch(() => null)
  // Whoever has left needs no answer, and nothing is wrong with the server.
  if (answer === null && request.signal.aborted) return new Response(null, { status: 499 })
  if (answer === null) return problemResponse(problem('server_unreachable', new URL(settings.frontendApi).origin), request, 502)
  const { origin: server } = new URL(settings.frontendApi)
  if (!page && answer.ok && isPage(answer)) return problemResponse(problem('server_other', server), request, 502)
  clock.note(answer, askedAt, uptime() - began)
  return relay(request, answer, { path, origin, jar, settings, ahead: clock.difference() })
}

/** What an answer is one to. */
interface Relayed {
  readonly path: string
  readonly origin: string
  /** What the visitor's cookies said. */
  readonly jar: Jar
  readonly settings: Settings
  /** By how much the server's clock is ahead, in milliseconds. */
  readonly ahead: number
}

async function relay(request: Request, answer: Response, { path, origin, jar, settings, ahead }: Relayed): Promise<Response> {
  const { client: clientToken, stale } = jar
  const state = readServerState(answer.headers)
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (clientToken !== null && (changes || state.clientToken !== null)) forgetRefreshed(clientToken)
  const headers = new Headers({ 'latchkey-proxy': '1' })
  for (const name of ANSWERED) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const location = answer.headers.get('location')
  if (location !== null) headers.set('location', new URL(location, origin).href)
  const lines = setCookieLines(appCookies(settings, origin), { ...cookieChanges(state), stale })
  for (const line of lines) headers.append('set-cookie', line)
  if (lines.length > 0) headers.set('cache-control', 'private, no-store')
  const nothing = request.method === 'HEAD' || answer.status === 204 || answer.status === 304
  const clocks = clockProblem(ahead)
  if (clocks !== null) tell(clocks, headers)
  if (answer.status < 400) return new Response(nothing ? null : answer.body, { status: answer.status, headers })
  const text = await answer.text()
  const found = setUpProblem({ status: answer.status, text, named: answer.headers.get(FIRST_PARTY_HEADERS.error), path, origin }, settings)
  // The server's own page speaks of what it sees, a proxy; whoever looks at this one has an app.
  if (found !== null && isPage(answer)) return problemResponse(found, request)
  if (found !== null) tell(found, headers)
  return new Response(nothing ? null : text, { status: answer.status, headers })
}

function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '')
}

/**
 * Reads a body as a whole; `too_large` when it is longer than the server takes. A longer one is not read to its end: anybody may send
 * one, and as many at a time as they like.
 */
async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer> | null | 'too_large'> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES) {
    await request.body?.cancel().catch(() => {})
    return 'too_large'
  }
  if (request.body === null) return null
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    length += chunk.length
    if (length > BODY_BYTES) return 'too_large'
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** An answer of the app's own, in the shape the server's have. */
function refusal(status: number, code: string, message: string): Response {
  const headers = { 'cache-control': 'no-store', 'latchkey-proxy': '1' }
  return Response.json({ errors: [{ code, message, long_message: message, meta: {} }] }, { status, headers })
}

/** May this request change something? Only pages of the app itself may. */
function mayChange(request: Request, origin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  return request.headers.get('origin') === origin || request.headers.get('sec-fetch-site') === 'same-origin'
}
