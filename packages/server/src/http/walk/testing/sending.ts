import type { Prepared } from './described.ts'
import type { Json } from './kinds.ts'
import type { Walked } from './requests.ts'
import type { Stage } from './stage.ts'

/** What is different from the request that succeeds. */
export interface Change {
  readonly method?: string
  readonly base?: string
  readonly params?: { readonly [name: string]: string }
  /** The whole query, as it stands in the URL. */
  readonly query?: string
  /** In place of all its credentials. */
  readonly headers?: { readonly [name: string]: string }
  /** The whole body, and its type; `null` for none. */
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly type?: string | null
}

/** An answer, read. */
export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
}

export const JSON_TYPE = 'application/json'
export const FORM_TYPE = 'application/x-www-form-urlencoded'

/** The path of a request, its parameters filled in. */
export function pathOf({ endpoint }: Pick<Walked, 'endpoint'>, params: { readonly [name: string]: string } = {}): string {
  return endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${endpoint.id} lacks its ${name}`)
    return value
  })
}

/** The request that succeeds, as far as nothing else is asked for. Its body is JSON. */
export function requestOf(walked: Walked, prepared: Prepared, change: Change = {}): Request {
  const { endpoint } = walked
  const method = change.method ?? endpoint.method
  const query = change.query ?? new URLSearchParams(prepared.query).toString()
  const url = `${change.base ?? prepared.base}${pathOf(walked, change.params ?? prepared.params)}${query === '' ? '' : `?${query}`}`
  const headers = new Headers(change.headers ?? prepared.headers)
  const body = change.body ?? (prepared.body === undefined ? undefined : JSON.stringify(prepared.body))
  if (body === undefined || /^(get|head)$/i.test(method)) return new Request(url, { method, headers })
  const type = change.type === undefined ? JSON_TYPE : change.type
  if (type !== null) headers.set('content-type', type)
  // A text would bring a type of its own.
  return new Request(url, { method, headers, body: typeof body === 'string' ? Buffer.from(body) : body })
}

/** The same in a form, as browsers send it: everything but GET is a POST that names its verb. */
export function formRequestOf(walked: Walked, prepared: Prepared, body: string, change: Change = {}): Request {
  const { method } = walked.endpoint
  const query = new URLSearchParams({ ...prepared.query, ...(method !== 'POST' && { _method: method }) }).toString()
  return requestOf(walked, prepared, { query, ...change, method: 'POST', body, type: FORM_TYPE })
}

/** Fields as a form carries them, `null` where one of them cannot be carried. */
export function asForm(fields: { readonly [name: string]: unknown }): string | null {
  const texts = Object.entries(fields).map(([name, value]): [string, string | null] => [name, textOf(value)])
  if (texts.some(([, text]) => text === null)) return null
  return new URLSearchParams(texts as [string, string][]).toString()
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Sends a request and reads what comes back. */
export async function send(stage: Stage, request: Request, ip: string): Promise<Heard> {
  const response = await stage.fetch(request, ip)
  const text = await response.text()
  const json: Json = response.headers.get('content-type') === JSON_TYPE && text !== '' ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, text, json }
}
