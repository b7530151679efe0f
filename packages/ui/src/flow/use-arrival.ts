import { useEffect, useRef } from 'react'
import type { FlowActions } from './actions.ts'
import { cleanUrl, readUrl } from './arrival.ts'
import type { Arrival, FlowEvent } from './state.ts'

/** Reads once what the page's URL is for, and takes it out of the URL, so that a reload or a bookmark does not repeat it. */
export function useArrival(dispatch: (event: FlowEvent) => void): void {
  const read = useRef(false)
  useEffect(() => {
    if (read.current) return
    read.current = true
    const opened = readUrl(location)
    if (opened.arrival === null && Object.keys(opened.values).length === 0) return
    dispatch({ type: 'arrived', ...opened })
    history.replaceState(history.state, '', cleanUrl(location))
  }, [dispatch])
}

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
