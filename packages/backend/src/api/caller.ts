import {
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  type EndpointId,
  ENDPOINTS,
  frontendApiUrl,
  type ParamsOf,
  parsePublishableKey,
  type QueryOf,
} from '@latchkey/protocol'
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

/** An endpoint of the Backend API, by its id. */
type BackendId = Extract<EndpointId, `backend/${string}`>

/**
 * What a call is given: the parameters of the path and of the query and the fields of the body, each by its name on the wire. What is left
 * out or `undefined` is not sent; a list in a query is sent value by value.
 */
export type Given<Id extends BackendId> = ParamsOf<Id> & Loose<QueryOf<Id>> & Loose<BodyOf<Id>>

type Loose<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | undefined }

/** Calls endpoints. */
export interface Caller {
  /** Answers its JSON. @throws LatchkeyApiError when refused or unreachable, TypeError for an id that is empty */
  call<Id extends BackendId>(
    id: Id,
    ...given: Partial<Given<Id>> extends Given<Id> ? [given?: Given<Id>] : [given: Given<Id>]
  ): Promise<AnswerOf<Id>>
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

  const call = async (id: BackendId, given: Fields = {}): Promise<unknown> => {
    const { method, path, body } = requestOf(id, given)
    const init = {
      method,
      headers: { authorization, accept: 'application/json', ...(body !== null && { 'content-type': 'application/json' }) },
      redirect: 'manual',
      signal: timeout(timeoutMs),
      ...(body !== null && { body }),
    } as const
    const response = await fetch(base + path, init).catch(() => null)
    if (response === null) throw unreachable(new URL(base).origin)
    if (!response.ok) throw await readApiError(response)
    const json: unknown = await response.json().catch(() => null)
    // Every endpoint answers an object or a list.
    if (typeof json !== 'object' || json === null) throw unreadable(new URL(base).origin, response.status)
    return json
  }

  return { call: call as Caller['call'] }
}

type Fields = Readonly<Record<string, unknown>>

/** A request: what the path names goes into it; the rest is the query of a GET, else the body. An id stays within its place. */
function requestOf(id: BackendId, given: Fields): { readonly method: string; readonly path: string; readonly body: string | null } {
  const { method, path: template } = (ENDPOINTS as readonly Endpoint[]).find((endpoint) => endpoint.id === id)!
  const rest = { ...given }
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name] ?? '')
    delete rest[name]
    if (value === '' || value === '.' || value === '..') throw new TypeError('An id is needed, and it must not be empty.')
    return encodeURIComponent(value)
  })
  if (method === 'GET') return { method, path: path + queryOf(rest), body: null }
  return { method, path, body: Object.keys(rest).length === 0 ? null : JSON.stringify(rest) }
}

function queryOf(fields: Fields): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
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
