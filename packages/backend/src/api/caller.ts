import { frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { type Fetch, systemFetch, timeout } from '../platform/fetch.ts'
import { readApiError, unreachable, unreadable } from './latchkey-api-error.ts'

/** Whose Backend API is called. One of `apiUrl` and `publishableKey` is needed. */
export interface ClientOptions {
  /** `sk_test_…` or `sk_live_…`. */
  readonly secretKey: string
  /** Where the server is, such as `https://auth.example.com`. */
  readonly apiUrl?: string | undefined
  /** Says where the server is, too. */
  readonly publishableKey?: string | undefined
  /** Replaces the runtime's `fetch`. */
  readonly fetch?: Fetch | undefined
}

/** What goes into a query. What is left out or `undefined` is not sent; a list is sent value by value. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** Calls an endpoint and answers its JSON. The caller knows its shape by the endpoint. @throws LatchkeyApiError */
export interface Caller {
  get<Json>(path: string, query?: Query): Promise<Json>
  /** @param body members that are `undefined` are not sent */
  send<Json>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Json>
}

/** Longer than any endpoint takes that is well. */
const timeoutMs = 10_000

/** @throws TypeError in one sentence when the options cannot be used; it never shows the key */
export function createCaller({ secretKey, apiUrl, publishableKey, fetch = systemFetch }: ClientOptions): Caller {
  // Here, since a runtime that finds a line break in a header would put the whole header into its message.
  if (!/^sk_(?:test|live)_[\w-]{1,200}$/.test(secretKey))
    throw new TypeError(
      'The secret key cannot be read: copy the whole of sk_test_… or sk_live_… from what "npx latchkey env" prints in the ' +
        'folder of the Latchkey server.',
    )
  const base = baseOf(apiUrl, publishableKey)
  const authorization = `Bearer ${secretKey}`

  const call = async <Json>(method: string, path: string, body?: object): Promise<Json> => {
    const headers = { authorization, accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) }
    const init = {
      method,
      headers,
      redirect: 'manual',
      signal: timeout(timeoutMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    } as const
    const response = await fetch(`${base}${path}`, init).catch(() => null)
    if (response === null) throw unreachable(new URL(base).origin)
    if (!response.ok) throw await readApiError(response)
    const json: unknown = await response.json().catch(() => null)
    // Every endpoint answers an object or a list.
    if (typeof json !== 'object' || json === null) throw unreadable(new URL(base).origin, response.status)
    return json as Json
  }

  return {
    get: (path, query = {}) => call('GET', path + textOf(query)),
    send: (method, path, body) => call(method, path, body),
  }
}

/** A path of the API with ids in it, each of which stays within its place. */
export function path(strings: TemplateStringsArray, ...ids: readonly string[]): string {
  return strings.reduce((whole, part, at) => {
    const id = ids[at - 1] ?? ''
    if (id === '' || id === '.' || id === '..') throw new TypeError('An id is needed, and it must not be empty.')
    return whole + encodeURIComponent(id) + part
  })
}

function textOf(query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  return params.size === 0 ? '' : `?${params}`
}

function baseOf(apiUrl: string | undefined, publishableKey: string | undefined): string {
  if (apiUrl !== undefined) {
    const url = URL.parse(apiUrl)
    if (url === null || !/^https?:$/.test(url.protocol)) throw new TypeError('apiUrl is no URL: give one such as https://auth.example.com.')
    return apiUrl.replace(/\/+$/, '')
  }
  const parsed = publishableKey === undefined ? null : parsePublishableKey(publishableKey)
  if (parsed === null) throw new TypeError("The server's address is missing. Give apiUrl, or the whole publishable key.")
  return frontendApiUrl(parsed.frontendApi)
}
