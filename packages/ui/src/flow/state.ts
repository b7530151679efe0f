import { OVER } from './problem.ts'
import type { Problem, Values } from './types.ts'

/** What is under way. */
export type Busy = 'begin' | 'attempt' | 'resend' | 'update' | 'redeem' | 'go' | 'signOut'

/** Why the page was opened, as its URL says. */
export type Arrival =
  | { readonly kind: 'link'; readonly status: 'verified' | 'expired' | 'failed'; readonly sessionId: string | null }
  | { readonly kind: 'token'; readonly ticket: string }

/** What a form knows besides what the store knows. */
export interface FlowState {
  readonly values: Values
  readonly busy: Busy | null
  readonly problem: Problem | null
  /** The code on its way is past use. */
  readonly trouble: 'expired' | 'exhausted' | 'locked' | null
  /** What was sent is good for nothing any more, also on another card. */
  readonly spent: boolean
  /** When this page last had a mail sent, epoch milliseconds. */
  readonly sentAt: number | null
  /** Another mail was asked for: it was sent, or the last one is kept, being good and young. */
  readonly resent: 'sent' | 'kept' | null
  /** What was done here has signed somebody in. */
  readonly finished: boolean
  readonly arrival: Arrival | null
  /** How many times a code was wrong, so that each time is seen to be a new one. */
  readonly wrong: number
}

/** What happens to it. */
export type FlowEvent =
  | { readonly type: 'arrived'; readonly arrival: Arrival | null; readonly values: Partial<Values> }
  | { readonly type: 'typed'; readonly values: Values }
  | { readonly type: 'began'; readonly what: Busy }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'sent'; readonly at: number; readonly resent: FlowState['resent'] }
  /** What was under way is over. The page was opened for nothing any more, unless it says for what. */
  | { readonly type: 'settled'; readonly arrival?: Arrival | null }
  | { readonly type: 'moved' }
  | { readonly type: 'finished' }

/** An untouched form. */
export const untouched = (values: Partial<Values> = {}): FlowState => ({
  values: { emailAddress: '', username: '', firstName: '', lastName: '', ...values },
  busy: null,
  problem: null,
  trouble: null,
  spent: false,
  sentAt: null,
  resent: null,
  finished: false,
  arrival: null,
  wrong: 0,
})

const TROUBLES: Readonly<Record<string, FlowState['trouble']>> = {
  verification_expired: 'expired',
  verification_failed: 'exhausted',
  user_locked: 'locked',
}

/** The state after an event. */
export function step(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'arrived':
      return { ...state, arrival: event.arrival, values: { ...state.values, ...event.values } }
    case 'typed':
      return { ...state, values: event.values }
    case 'began':
      return { ...state, busy: event.what, problem: null, resent: null }
    case 'failed': {
      const trouble = TROUBLES[event.problem.code] ?? null
      const wrong = event.problem.field === 'code' ? state.wrong + 1 : state.wrong
      return {
        ...state,
        busy: null,
        problem: event.problem,
        trouble,
        spent: state.spent || trouble !== null || event.problem.code === OVER,
        wrong,
      }
    }
    case 'sent':
      return {
        ...state,
        busy: null,
        problem: null,
        trouble: null,
        spent: false,
        sentAt: event.resent === 'kept' ? state.sentAt : event.at,
        resent: event.resent,
      }
    case 'settled':
      return { ...state, busy: null, problem: null, arrival: event.arrival ?? null }
    case 'moved':
      return { ...state, problem: null, trouble: null, arrival: null }
    case 'finished':
      return { ...state, busy: null, problem: null, trouble: null, arrival: null, finished: true }
    default:
      return event satisfies never
  }
}
