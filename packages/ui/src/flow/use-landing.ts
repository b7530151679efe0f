import { useEffect, useRef } from 'react'
import type { FlowActions } from './actions.ts'
import type { Arrival } from './state.ts'

/** Finishes what a mail's link began, when it was opened in this tab and did its work. @param away nobody can be asked at the moment */
export function useLanding(arrival: Arrival | null, away: boolean, actions: FlowActions): void {
  const verified = arrival?.kind === 'link' && arrival.status === 'verified'
  const tried = useRef(false)
  useEffect(() => {
    // Once in any case, which tells that nobody can be asked; and again when somebody can.
    if (!verified || (away && tried.current)) return
    tried.current = true
    actions.land()
  }, [verified, away, actions])
}
