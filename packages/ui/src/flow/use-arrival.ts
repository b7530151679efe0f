import { useEffect, useRef } from 'react'
import { cleanUrl, readUrl } from './arrival.ts'
import type { FlowEvent } from './state.ts'

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
