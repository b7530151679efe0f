import { UnreachableError } from '../errors.ts'
import type { Fetch } from '../platform/browser-fetch.ts'
import { readAnswer, type Verdict } from './read-answer.ts'

/** The verbs of the Frontend API. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Sends one request and judges its answer. It never throws. @param path from `/v1` on */
export type Transport = (method: Method, path: string, fields?: Fields) => Promise<Verdict>

/** Longer than any answer should take; after it, people are told instead of kept waiting. */
const patienceMs = 30_000
const pauseMs = 300

/** Makes the way to the server. Reads are sent once more when no answer came; writes never are, since they may have been carried out. */
export function createTransport(options: { readonly baseUrl: string; readonly fetch: Fetch }): Transport {
  const base = options.baseUrl.replace(/\/$/, '')
  const credentials = base.startsWith('/') ? 'same-origin' : 'include'
  const once = async (method: Method, path: string, fields?: Fields) => {
    const body = fields === undefined ? {} : { body: encodeForm(fields) }
    const init: RequestInit = { method, credentials, cache: 'no-store', signal: AbortSignal.timeout(patienceMs), ...body }
    const response = await options.fetch(base + path, init)
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
  }
  return async (method, path, fields) => {
    const attempt = () => once(method, path, fields)
    try {
      const raw = await (method === 'GET' ? attempt().catch(() => pause().then(attempt)) : attempt())
      return readAnswer(raw, base)
    } catch (cause) {
      return { error: new UnreachableError('No response. Check your connection and try again.', { cause }), client: undefined }
    }
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs))

/** The fields of a request by their wire names. `undefined` is left out; `null` and an empty text clear. */
export type Fields = Readonly<Record<string, string | null | undefined>>

/** Fields as a form body. */
export function encodeForm(fields: Fields): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value ?? '')
  return form
}
