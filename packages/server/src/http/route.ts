import type { Endpoint } from '@latchkey/protocol'

/** One path, with the endpoints that answer at it. */
export interface Route {
  readonly path: string
  readonly endpoints: readonly Endpoint[]
}

/** Groups endpoints by path, in the order of the table: no path with a parameter comes before a fixed one that it would hide. */
export function routesOf(endpoints: readonly Endpoint[]): readonly Route[] {
  const byPath = Map.groupBy(endpoints, ({ path }) => path)
  return Array.from(byPath, ([path, sharing]) => ({ path, endpoints: sharing }))
}

/** The verbs a path answers to, as `Allow` lists them. */
export function allowedMethods(route: Route): string {
  const methods = new Set<string>(route.endpoints.map(({ method }) => method))
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods, 'OPTIONS'].join(', ')
}
