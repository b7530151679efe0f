import { useCallback, useState, useSyncExternalStore } from 'react'
import { routeOf, type Routing, urlOf } from './routes.ts'
import type { Route } from './types.ts'

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
