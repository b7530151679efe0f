import { useEffect, useRef } from 'react'

const EVERY_MS = 5000

/** Asks every five seconds, as long as the tab is seen. */
export function usePoll(active: boolean, ask: () => Promise<unknown>): void {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    if (!active) return
    // A poll that fails is no news: the next one asks again, and whatever is clicked meanwhile tells for itself.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current().catch(() => {})
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [active])
}
