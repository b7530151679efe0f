import type { Route } from '@latchkey/protocol'
import { UnreachableError } from '../errors.ts'
import type { Fetch } from '../platform/browser-fetch.ts'
import { here } from '../platform/page.ts'
import { parseUrl } from '../urls.ts'
import { readAnswer, type Verdict } from './read-answer.ts'

/** Sends one request and judges its answer. It never throws. @param given parameters of the path and the query, fields of the body */
export type Transport = (route: Route, given?: Fields) => Promise<Verdict>

/** Longer than any answer should take; after it, people are told instead of kept waiting. */
const patienceMs = 30_000
const pauseMs = 300

/** Makes the way to the server. Reads are sent once more when no answer came; writes never are, since they may have been carried out. */
export function createTransport(options: { readonly baseUrl: string; readonly fetch: Fetch }): Transport {
  const base = options.baseUrl.replace(/\/$/, '')
  const credentials = base.startsWith('/') ? 'same-origin' : 'include'
  return async (route, given) => {
    const { path, ...request } = requestOf(route, given)
    const attempt = async () => {
      const signal = AbortSignal.timeout(patienceMs)
      const response = await options.fetch(base + path, { ...request, credentials, cache: 'no-store', signal })
      return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
    }
    try {
      const raw = await (request.method === 'GET' ? attempt().catch(() => pause().then(attempt)) : attempt())
      return readAnswer(raw, base)
    } catch (cause) {
      return { error: new UnreachableError('No response. Check your connection and try again.', { cause }), client: undefined }
    }
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs))

/** The fields of a request by their wire names. `undefined` is left out; `null` and an empty text clear. */
export type Fields = Readonly<Record<string, string | null | undefined>>

/**
 * A request: what the path names goes into it, what begins with an underscore into the query, and the rest into a form. Where a link
 * leads is made absolute, as messages need it.
 */
export function requestOf(route: Route, given: Fields = {}) {
  const [method, template] = route.split(' ') as [string, string]
  let path = template
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    const before = path
    path = path.replace(RegExp(`:${name}\\b`), value as string)
    if (name[0] === '_') path += `?${name}=${value}`
    else if (path === before && value !== undefined)
      form.set(name, (name === 'redirect_url' && parseUrl(value!, here()?.href)?.href) || value || '')
  }
  return { method, path, body: `${form}` ? form : null }
}
