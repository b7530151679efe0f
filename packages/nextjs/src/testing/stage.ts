import { NextRequest } from 'next/server.js'
import { vi } from 'vitest'
import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import type { TestServer } from '../../../server/src/http/testing/test-server.ts'
import { closeCircuits } from '../refresh/circuit.ts'
import { authMiddleware, type AuthMiddlewareOptions, type Middleware } from '../middleware/auth-middleware.ts'

/** What came of a request. */
export interface Outcome {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; tests know what they asked for. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers of every shape
  readonly json: any
  /** The request went on to the app. */
  readonly passed: boolean
  /** Where it was sent instead, with what is below the app's own origin shortened. */
  readonly location: string | null
  /** A header as the app's own code sees it. */
  seen(name: string): string | null
  /** What was set, `name=value` without attributes. */
  readonly set: readonly string[]
}

/** A browser at an app whose middleware is under test. */
export interface Visitor {
  readonly cookies: Map<string, string>
  /** Goes to a page, as a browser does. */
  page(path: string, headers?: HeadersInit): Promise<Outcome>
  /** Fetches, as a script does. */
  fetch(path: string, init?: { readonly method?: string; readonly headers?: HeadersInit; readonly body?: BodyInit }): Promise<Outcome>
  /** Sends a form to the server through the app. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Outcome>
}

/** Where the app is. */
export const ORIGIN = 'http://localhost:3000'

/** Where it is by https, behind a proxy that says so. */
export const SECURE_ORIGIN = 'https://localhost:3000'

/** Puts the keys of an instance into the environment, and holds the clock, by which the server goes as well. */
export function setUp(app: Pick<CreatedApplication, 'publishableKey' | 'secretKey'>): void {
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', app.publishableKey)
  vi.stubEnv('LATCHKEY_SECRET_KEY', app.secretKey ?? '')
  closeCircuits()
  vi.useFakeTimers({ toFake: ['Date'] })
  // The time limits of requests are real time, which a busy machine may be out of while nothing hangs.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal)
}

/** Lets time pass for the server and the app. @param ms milliseconds */
export function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}

/** A browser with an empty jar. @param options of the middleware @param at where it goes to the app */
export function visitor(options: AuthMiddlewareOptions = {}, at = ORIGIN): Visitor {
  return visitorOf(authMiddleware(options), at)
}

/** A browser with an empty jar at an app with this middleware. */
export function visitorOf(middleware: Middleware, at = ORIGIN): Visitor {
  const cookies = new Map<string, string>()
  const send: Visitor['fetch'] = async (path, { method = 'GET', headers, body } = {}) => {
    const all = new Headers({
      host: new URL(at).host,
      'user-agent': 'Test/1',
      ...(at.startsWith('https:') && { 'x-forwarded-proto': 'https' }),
      ...(method !== 'GET' && { origin: at }),
    })
    if (cookies.size > 0) all.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '))
    for (const [name, value] of new Headers(headers)) {
      if (value === '') all.delete(name)
      else all.set(name, value)
    }
    const request = new NextRequest(new URL(path, ORIGIN), { method, headers: all, ...(body !== undefined && { body, duplex: 'half' }) })
    const response = await middleware(request, { waitUntil: () => {} } as never)
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/Max-Age=0/.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return outcomeOf(response, request, at)
  }
  return {
    cookies,
    fetch: send,
    page: (path, headers = {}) =>
      send(path, {
        headers: {
          accept: 'text/html,*/*',
          'sec-fetch-dest': 'document',
          'sec-fetch-site': 'none',
          ...Object.fromEntries(new Headers(headers)),
        },
      }),
    post: (path, fields = {}) => {
      const type = 'application/x-www-form-urlencoded'
      return send(`/__latchkey${path}`, { method: 'POST', headers: { 'content-type': type }, body: new URLSearchParams(fields).toString() })
    },
  }
}

async function outcomeOf(response: Response, request: NextRequest, at: string): Promise<Outcome> {
  const text = await response.text()
  const overridden = response.headers.get('x-middleware-override-headers')?.split(',')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: /json/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : null,
    passed: response.headers.get('x-middleware-next') === '1',
    location: response.headers.get('location')?.replace(at, '') ?? null,
    seen: (name) => (overridden === undefined ? request.headers.get(name) : response.headers.get(`x-middleware-request-${name}`)),
    set: response.headers.getSetCookie().map((line) => line.split(';')[0]!),
  }
}

/** Signs somebody up by code, through the app; the last answer. */
export async function signUpThrough(server: TestServer, browser: Visitor, address: string): Promise<Outcome> {
  const begun = await browser.post('/v1/client/sign_ups', { email_address: address })
  const path = `/v1/client/sign_ups/${begun.json.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const { code } = (await server.mails(address)).at(-1)!
  return browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
}

/** Signs somebody in by code who has an account, through the app; the last answer. */
export async function signInThrough(server: TestServer, browser: Visitor, address: string): Promise<Outcome> {
  // Its message is the newest then.
  pass(1)
  const begun = await browser.post('/v1/client/sign_ins', { identifier: address, strategy: 'email_code' })
  const { code } = (await server.mails(address)).at(-1)!
  return browser.post(`/v1/client/sign_ins/${begun.json.response.id}/attempt_first_factor`, { strategy: 'email_code', code })
}
