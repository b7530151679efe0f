import { type Endpoint, ENDPOINTS, type EndpointId } from '@latchkey/protocol'
import type { Handlers } from './handlers.ts'

/** An endpoint and what answers at it. The handler's request type follows from the endpoint; the registry is where that is checked. */
export interface Mounted {
  readonly endpoint: Endpoint
  readonly handler: unknown
}

/** One path, with the endpoints that answer at it. */
export interface Route {
  readonly path: string
  readonly mounted: readonly Mounted[]
}

/** The endpoints of the wire with their handlers. */
export function mountedEndpoints(handlers: Handlers): readonly Mounted[] {
  return ENDPOINTS.map((endpoint) => ({ endpoint, handler: handlers[endpoint.id satisfies EndpointId] }))
}

/** Groups by path, in the order of the table: no path with a parameter comes before a fixed one that it would hide. */
export function routesOf(mounted: readonly Mounted[]): readonly Route[] {
  const byPath = Map.groupBy(mounted, ({ endpoint }) => endpoint.path)
  return Array.from(byPath, ([path, sharing]) => ({ path, mounted: sharing }))
}

/** The verbs a path answers to, as `Allow` lists them. */
export function allowedMethods(route: Route): string {
  const methods = new Set<string>(route.mounted.map(({ endpoint }) => endpoint.method))
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods, 'OPTIONS'].join(', ')
}
