import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Route } from './types.ts'

/** Where the step stands in the URL: behind the `#`, in the path, or nowhere. */
type Routing = { readonly kind: 'hash' } | { readonly kind: 'path'; readonly base: string } | { readonly kind: 'virtual' }

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

const MOVED = 'latchkey:moved'

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', MOVED]
  for (const event of events) addEventListener(event, listener)
  return () => {
    for (const event of events) removeEventListener(event, listener)
  }
}

/** The step in the URL, and the way to another: a new entry of the history, or in place of the current one. */
export function useRoute(routing: Routing): readonly [Route, (to: Route, replace?: boolean) => void] {
  const [virtual, setVirtual] = useState<Route>('')
  const inUrl = useSyncExternalStore(
    subscribe,
    () => routeOf(routing, location),
    () => '' as const,
  )
  const { kind } = routing
  const base = routing.kind === 'path' ? routing.base : ''
  const go = useCallback(
    (to: Route, replace = false) => {
      if (kind === 'virtual') {
        setVirtual(to)
        return
      }
      const url = urlOf(kind === 'path' ? { kind, base } : { kind }, to, location)
      // The methods of `history` are looked up anew each time: frameworks put their own in place.
      if (replace) history.replaceState(history.state, '', url)
      else history.pushState(null, '', url)
      dispatchEvent(new Event(MOVED))
    },
    [kind, base],
  )
  return [kind === 'virtual' ? virtual : inUrl, go]
}
