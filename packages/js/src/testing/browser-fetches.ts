import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import type { Fetch } from '../platform/browser-fetch.ts'

/** How the page of an app reaches the server: straight, or through the app's own server. */
export type Way = 'straight' | 'through the app'

/** Both. */
export const WAYS: readonly Way[] = ['straight', 'through the app']

/** A browser's `fetch`, what it begins URLs with, and the cookies it keeps. */
export interface BrowserFetch {
  readonly baseUrl: string
  readonly fetch: Fetch
  /** By name: the client's cookie, or what the app's server keeps. */
  readonly cookies: Map<string, string>
  /** What was sent, as `POST /v1/client/sign_ins`. */
  readonly sent: string[]
}

/** The origin of the app's pages. */
export const ORIGIN = 'http://localhost:3000'

type Serve = (request: Request) => Promise<Response>

/** A browser with an empty cookie jar at a page of the app. */
export function browserFetchOf(way: Way, app: CreatedApplication, serve: Serve): BrowserFetch {
  return way === 'straight' ? straight(app, serve) : throughApp(app, serve)
}

function straight(app: CreatedApplication, serve: Serve): BrowserFetch {
  const cookies = new Map<string, string>()
  const sent: string[] = []
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input as string, init)
    sent.push(`${request.method} ${request.url.slice(app.frontendApiUrl.length)}`)
    if (cookies.size > 0 && init?.credentials === 'include') {
      request.headers.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '))
    }
    request.headers.set('origin', ORIGIN)
    const response = await serve(request)
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/Max-Age=0/.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return response
  }
  return { baseUrl: app.frontendApiUrl, fetch, cookies, sent }
}

function throughApp(app: CreatedApplication, serve: Serve): BrowserFetch {
  const cookies = new Map<string, string>()
  const sent: string[] = []
  const fetch: Fetch = async (input, init) => {
    const path = (input as string).replace(/^\/__latchkey/, '')
    sent.push(`${init?.method} ${path}`)
    const headers = new Headers({
      'latchkey-secret-key': app.secretKey,
      'latchkey-proxy-url': `${ORIGIN}/__latchkey`,
      ...(cookies.has('client') && { 'latchkey-client-token': cookies.get('client')! }),
      ...(init?.method !== 'GET' && { origin: ORIGIN }),
    })
    const request = new Request(app.frontendApiUrl + path, { ...init, headers })
    const response = await serve(request)
    const token = response.headers.get('latchkey-client-token')
    if (token !== null) cookies.set('client', token)
    const session = response.headers.get('latchkey-session')
    if (session !== null && session !== 'none') cookies.set('hint', 'in')
    if (session === 'none') cookies.delete('hint')
    const kept = new Headers(response.headers)
    for (const name of [...kept.keys()]) if (name.startsWith('latchkey-')) kept.delete(name)
    return new Response(response.body, { status: response.status, headers: kept })
  }
  return { baseUrl: '/__latchkey', fetch, cookies, sent }
}
