import type { Endpoint } from '@latchkey/protocol'
import type { Incoming } from './incoming.ts'
import { effectiveMethod } from './request/effective-method.ts'
import { type Body } from './request/parse-json.ts'
import { readBody } from './request/read-body.ts'
import { readSecretKey } from './request/secret-key.ts'
import type { Route } from './route.ts'

/** The endpoint a request is for, and its body where it had to be read to know. */
export interface Choice {
  readonly endpoint: Endpoint
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
  const candidates = route.endpoints.filter((endpoint) => endpoint.method === method)
  const withKey = readSecretKey(request.headers.get('authorization')) !== null
  const endpoint = candidates.find(({ door }) => (door === 'backend') === withKey) ?? candidates[0]
  if (endpoint === undefined || (request.method === 'HEAD' && endpoint.response === 'redirect')) return null
  return { endpoint, body }
}

function mayBeOverridden(route: Route): boolean {
  return route.endpoints.some(({ method }) => method !== 'GET' && method !== 'POST')
}

function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')
}
