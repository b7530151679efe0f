import type { Environment, Phase } from '@latchkey/js'
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
  /** She was so before this form was waiting for her. */
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
