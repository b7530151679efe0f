import type { Endpoint } from '@latchkey/protocol'
import type { Incoming } from './incoming.ts'
import { readSecretKey } from './request/keys.ts'
import type { Body } from './request/parse-json.ts'
import { readBody } from './request/read-body.ts'
import type { Mounted, Route } from './route.ts'

/** The endpoint a request is for, and its body where it had to be read to know. */
export interface Choice extends Mounted {
  readonly body: Body | null
}

/**
 * The endpoint of a path that a request means, `null` when the path does not take its verb. Where both doors answer, a
 * secret key opens the Backend API's. A redirect is worth nothing without being followed, so HEAD gets none.
 */
export async function chooseEndpoint(route: Route, incoming: Incoming): Promise<Choice | null> {
  const { request, url } = incoming
  const overridable = request.method === 'POST' && !url.searchParams.has('_method') && mayBeOverridden(route)
  const body = overridable && isForm(request) ? await readBody(request) : null
  const method = effectiveMethod(request.method, url.searchParams, body)
  const candidates = route.mounted.filter(({ endpoint }) => endpoint.method === method)
  const withKey = readSecretKey(request.headers.get('authorization')) !== null
  const chosen = candidates.find(({ endpoint }) => (endpoint.door === 'backend') === withKey) ?? candidates[0]
  if (chosen === undefined || (request.method === 'HEAD' && chosen.endpoint.response === 'redirect')) return null
  return { ...chosen, body }
}

function mayBeOverridden(route: Route): boolean {
  return route.mounted.some(({ endpoint }) => endpoint.method !== 'GET' && endpoint.method !== 'POST')
}

function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')
}

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
