import type { Environment, Phase } from '@latchkey/js'
import { useState } from 'react'
import type { FlowState } from './state.ts'
import type { Card, Mode, Route, Standing } from './types.ts'

/** What decides which card is on show. */
export interface CardFacts {
  readonly mode: Mode
  readonly phase: Phase
  readonly environment: Environment
  readonly route: Route
  readonly standing: Standing
  readonly state: FlowState
  /** Somebody is signed in. */
  readonly signedIn: boolean
  /** They were so before this form was waiting for them. */
  readonly before: boolean
}

/** The card to show: what is over first, what the page was opened for next, then the step the URL names as far as it is true. */
export function cardOf(facts: CardFacts): Card {
  const { mode, phase, environment, route, standing, state, signedIn, before } = facts
  const { arrival, finished, trouble, busy } = state
  if (finished) return 'done'
  if (arrival?.kind === 'link') return arrival.status === 'verified' ? 'landing' : `link-${arrival.status}`
  // A session that appears while something is being sent is our own: the answer that tells so is on its way.
  const acting = busy === 'begin' || busy === 'attempt' || busy === 'update' || busy === 'redeem'
  if (signedIn && !acting && !before) return 'elsewhere'
  if (signedIn && !acting && environment.singleSession) return 'signed-in'
  if (arrival?.kind === 'token') return 'ticket'
  const waiting = phase === 'unknown' || phase === 'loading'
  if (mode === 'signUp' && environment.signUpMode !== 'public' && standing.step === 'none') return 'restricted'
  if (trouble !== null) return trouble
  if (route === '') return 'start'
  if (waiting && standing.step === 'none') return 'loading'
  if (standing.step === 'complete' && acting) return route
  if (standing.step === 'continue') return 'continue'
  return standing.step === 'verify' && route !== 'continue' ? route : 'start'
}

const ORDER: Partial<Record<Card, number>> = { start: 0, ticket: 0, verify: 1, expired: 2, exhausted: 2, locked: 2, methods: 2 }

/** Which way one gets from a card to another. What the page found out by itself, before anybody did anything, is no move. */
export function moveOf(from: Card, to: Card): 'forward' | 'back' | null {
  if (from === 'loading' || to === 'loading' || to === 'signed-in' || to === 'landing') return null
  return (ORDER[to] ?? 3) < (ORDER[from] ?? 3) ? 'back' : 'forward'
}

/** The move that brought the card on show. */
export function useMoved(card: Card): 'forward' | 'back' | null {
  const [last, setLast] = useState<{ readonly card: Card; readonly move: 'forward' | 'back' | null }>({ card, move: null })
  if (last.card === card) return last.move
  const move = moveOf(last.card, card)
  setLast({ card, move })
  return move
}
