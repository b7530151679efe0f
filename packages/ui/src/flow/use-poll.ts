import type { LatchkeyError } from '@latchkey/js'
import { useEffect, useRef } from 'react'

/** Asks now and then, as long as it is active. */
export function usePoll(active: boolean, ask: () => Promise<unknown>): void {
  const latest = useRef(ask)
  const asking = useRef(false)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    if (active) return startPoll(() => latest.current(), asking)
  }, [active])
}

const EVERY_MS = 5000

/**
 * Asks every five seconds as long as the tab is seen, until there is nothing left to ask for. A slow answer is waited for.
 * @param asking whether one is under way, which outlives the poll that began it
 * @returns what ends it
 */
export function startPoll(ask: () => Promise<unknown>, asking: { current: boolean }): () => void {
  const timer = setInterval(() => {
    if (asking.current || document.visibilityState !== 'visible') return
    asking.current = true
    // Any other poll that fails is no news: the next one asks again, and whatever is clicked meanwhile tells for itself.
    const stop = (error: Partial<LatchkeyError> | undefined) => error?.status === 404 && clearInterval(timer)
    ask()
      .catch(stop)
      .finally(() => (asking.current = false))
  }, EVERY_MS)
  return () => clearInterval(timer)
}
