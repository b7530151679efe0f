import type { Endpoint } from '@latchkey/protocol'
import type { Body } from './parse-json.ts'

const overrides = ['PATCH', 'PUT', 'DELETE'] as const

/**
 * The verb a request means. Browsers send all but GET as POST with `_method`, which spares them a preflight;
 * it counts in the query first, then in a form, and only on a POST. A HEAD is a GET whose body nobody wants.
 */
export function effectiveMethod(method: string, query: URLSearchParams, body: Body | null): Endpoint['method'] | null {
  if (method === 'HEAD' || method === 'GET') return 'GET'
  if (method !== 'POST') return overrides.find((verb) => verb === method) ?? null
  const override = query.get('_method') ?? body?._method
  if (override === undefined || override === null) return 'POST'
  const wanted = String(override).toUpperCase()
  return wanted === 'POST' ? 'POST' : (overrides.find((verb) => verb === wanted) ?? null)
}
