import { useEffect, useRef } from 'react'
import { startPoll } from './start-poll.ts'

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
