import type { Route } from './types.ts'

/** Where the step stands in the URL: behind the `#`, in the path, or nowhere. */
export type Routing = { readonly kind: 'hash' } | { readonly kind: 'path'; readonly base: string } | { readonly kind: 'virtual' }

/** How a form was told to route. A path alone means by path; a hash is what needs no page of its own. */
export function routingOf({ routing, path }: { readonly routing?: Routing['kind']; readonly path?: string }): Routing {
  if (routing === 'virtual') return { kind: 'virtual' }
  return path !== undefined && routing !== 'hash' ? { kind: 'path', base: path } : { kind: 'hash' }
}

const ROUTES: readonly Route[] = ['verify', 'methods', 'continue']

const named = (text: string): Route => ROUTES.find((route) => route === text) ?? ''

/** The step a URL names; one nobody knows is the start. */
export function routeOf(routing: Routing, { pathname, hash }: { readonly pathname: string; readonly hash: string }): Route {
  if (routing.kind === 'hash') return named(hash.split('?')[0]!.replace(/^#\/?/, ''))
  if (routing.kind === 'virtual') return ''
  const base = routing.base.replace(/\/$/, '')
  return pathname.startsWith(`${base}/`) ? named(pathname.slice(base.length + 1).replace(/\/$/, '')) : ''
}

/** The URL of a step, with the query the page has. */
export function urlOf(
  routing: Routing,
  route: Route,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): string {
  if (routing.kind === 'path') return `${routing.base.replace(/\/$/, '')}${route === '' ? '' : `/${route}`}${search}`
  return route === '' ? `${pathname}${search}` : `${pathname}${search}#/${route}`
}
