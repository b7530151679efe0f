import { useEffect } from 'react'
import type { FlowActions } from './actions.ts'
import type { Arrival } from './state.ts'

/** Finishes what a mail's link began, when it was opened in this tab and did its work. */
export function useLanding(arrival: Arrival | null, actions: FlowActions): void {
  const verified = arrival?.kind === 'link' && arrival.status === 'verified'
  useEffect(() => {
    if (verified) actions.land()
  }, [verified, actions])
}
