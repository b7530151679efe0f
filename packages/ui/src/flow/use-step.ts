import type { Phase } from '@latchkey/js'
import { useEffect, useRef } from 'react'
import type { FlowEvent } from './state.ts'
import type { Card, Route } from './types.ts'

/** What keeps the URL and the card together. */
interface StepFacts {
  readonly card: Card
  readonly route: Route
  readonly phase: Phase
  readonly virtual: boolean
  /** A code is waiting to be typed. */
  readonly pending: boolean
  go(route: Route, replace?: boolean): void
  dispatch(event: FlowEvent): void
}

/** The truth is the attempt; a URL that names a step it is not at is put right, and a step forgets what went wrong at the one before. */
export function useStep({ card, route, phase, virtual, pending, go, dispatch }: StepFacts): void {
  const at = useRef<Route | null>(null)
  useEffect(() => {
    if (at.current !== null && at.current !== route) dispatch({ type: 'moved' })
    at.current = route
  }, [route, dispatch])
  const settled = phase === 'ready'
  useEffect(() => {
    if (settled && virtual && pending) go('verify', true)
    // Once, for a form that has no URL to come back to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  useEffect(() => {
    if (!settled || card === route || (card !== 'start' && card !== 'continue')) return
    if (!(card === 'start' && route === '')) go(card === 'start' ? '' : 'continue', true)
  }, [settled, card, route, go])
}
