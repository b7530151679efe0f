import { createBrowser, type Browser, type Seen } from './test-browser.ts'

/** How a browser behind the server of an application is set up. */
export interface FirstPartyOptions {
  /** Where the Latchkey server answers for the instance. */
  readonly frontendApiUrl: string
  readonly secretKey: string
  /** Where the application forwards, such as `http://localhost:3000/__latchkey`. */
  readonly proxyUrl?: string
  /** The visitor's address, `null` for an application that does not know it. */
  readonly ip?: string | null
  fetch(request: Request): Promise<Response>
}

/** A browser behind the server of an application, and what that server keeps for it in cookies. */
export interface FirstPartyBrowser extends Browser {
  client: string | null
  session: string | null
  /** What the last answer said of who is signed in, `null` when it said nothing. */
  said: string | null
}

/**
 * Does what the middleware of an application does: carries requests over with its key, keeps both tokens, hands out neither.
 * A header that a test gives as an empty text is left out.
 */
export function createFirstPartyBrowser(options: FirstPartyOptions): FirstPartyBrowser {
  const { frontendApiUrl, secretKey, proxyUrl = 'http://localhost:3000/__latchkey', ip = '198.51.100.7', fetch } = options
  const origin = new URL(proxyUrl).origin
  const plain = createBrowser({ base: frontendApiUrl, origin: null, fetch })
  const send: Browser['send'] = async (method, path, { body, headers } = {}) => {
    const all = new Headers({ 'latchkey-secret-key': secretKey, 'latchkey-proxy-url': proxyUrl })
    if (method !== 'GET' && method !== 'HEAD') all.set('origin', origin)
    if (ip !== null) all.set('latchkey-client-ip', ip)
    if (self.client !== null) all.set('latchkey-client-token', self.client)
    for (const [name, value] of new Headers(headers)) {
      if (value === '') all.delete(name)
      else all.set(name, value)
    }
    const below = path.startsWith(proxyUrl) ? path.slice(proxyUrl.length) : path
    const seen: Seen = await plain.send(method, below, { ...(body !== undefined && { body }), headers: all })
    self.said = seen.headers.get('latchkey-session')
    self.client = seen.headers.get('latchkey-client-token') ?? self.client
    if (self.said === 'none') self.session = null
    self.session = seen.headers.get('latchkey-session-token') ?? self.session
    return seen
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const self: FirstPartyBrowser = {
    client: null,
    session: null,
    said: null,
    cookies: plain.cookies,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send('POST', path, {
        body: new URLSearchParams(fields).toString(),
        headers: { ...form, ...Object.fromEntries(new Headers(headers)) },
      }),
  }
  return self
}
