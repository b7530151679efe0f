/** What may have made a page's picture of the world old. */
export interface PageEvents {
  /** Somebody looks at the page again. */
  looked(): void
  /** The network is back. */
  online(): void
  /** The page was brought back as it was left, from the browser's back/forward cache. */
  restored(): void
}

/** Listens to the page; the result ends it. On a server it does nothing. */
export function onPageEvents({ looked, online, restored }: PageEvents): () => void {
  if (typeof window === 'undefined') return () => undefined
  const end = new AbortController()
  const { signal } = end
  const seen = () => document.visibilityState === 'visible' && looked()
  document.addEventListener('visibilitychange', seen, { signal })
  window.addEventListener('focus', seen, { signal })
  window.addEventListener('online', online, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && restored(), { signal })
  return () => end.abort()
}
