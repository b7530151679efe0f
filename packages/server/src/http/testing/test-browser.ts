/** How a browser is set up. */
export interface BrowserOptions {
  /** What paths are below of. */
  readonly base: string
  /** Origin of the page that asks, `null` for none. */
  readonly origin: string | null
  fetch(request: Request): Promise<Response>
}

/** An answer, read. */
export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; tests know what they asked for. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers of every shape
  readonly json: any
}

/** A browser: it keeps cookies, and names its origin whenever it changes something. */
export interface Browser {
  readonly cookies: Map<string, string>
  get(path: string, headers?: HeadersInit): Promise<Seen>
  /** Sends a form. */
  post(path: string, fields?: Readonly<Record<string, string>>, headers?: HeadersInit): Promise<Seen>
  send(method: string, path: string, options?: { readonly body?: string; readonly headers?: HeadersInit }): Promise<Seen>
}

/** Makes a browser with an empty cookie jar. */
export function createBrowser({ base, origin, fetch }: BrowserOptions): Browser {
  const cookies = new Map<string, string>()
  const send: Browser['send'] = async (method, path, { body, headers } = {}) => {
    const all = new Headers(headers)
    if (cookies.size > 0 && !all.has('cookie')) all.set('cookie', Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '))
    if (origin !== null && method !== 'GET' && method !== 'HEAD' && !all.has('origin')) all.set('origin', origin)
    const url = /^https?:/.test(path) ? path : base + path
    const response = await fetch(new Request(url, { method, headers: all, ...(body !== undefined && { body }) }))
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/Max-Age=0/.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const text = await response.text()
    const json = response.headers.get('content-type') === 'application/json' && text !== '' ? JSON.parse(text) : null
    return { status: response.status, headers: response.headers, text, json }
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    cookies,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send('POST', path, { body: new URLSearchParams(fields).toString(), headers: { ...form, ...headers } }),
  }
}
