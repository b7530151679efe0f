import { expect, it } from 'vitest'
import { environment } from '../testing/fixtures.ts'
import { type CardFacts, cardOf, moveOf } from './card.ts'
import { NOT_BEGUN } from './standing.ts'
import { untouched } from './state.ts'

const facts: CardFacts = {
  mode: 'signIn',
  phase: 'ready',
  environment,
  route: '',
  standing: NOT_BEGUN,
  state: untouched(),
  signedIn: false,
  before: true,
}
const waiting = { ...NOT_BEGUN, step: 'verify', address: 'a@x.test' } as const
const missing = { ...NOT_BEGUN, step: 'continue', missing: ['firstName'] } as const
const complete = { ...NOT_BEGUN, step: 'complete', sessionId: 's' } as const
const restricted = { ...environment, signUpMode: 'restricted' } as const
const many = { ...environment, singleSession: false }
const state = untouched()
const link = (status: 'verified' | 'expired' | 'failed') => ({ ...state, arrival: { kind: 'link', status, sessionId: null } as const })

it.each<[string, Partial<CardFacts>, string]>([
  ['first of all the form, before anybody has been asked', { phase: 'unknown' }, 'start'],
  ['and when nobody can be asked', { phase: 'unreachable' }, 'start'],
  ['a step of the URL waits for the answer', { phase: 'loading', route: 'verify' }, 'loading'],
  ['a code is waited for', { route: 'verify', standing: waiting }, 'verify'],
  ['but not on the start', { route: '', standing: waiting }, 'start'],
  ['other ways', { route: 'methods', standing: waiting }, 'methods'],
  ['a step that was never come to', { route: 'verify' }, 'start'],
  ['nothing is missing yet', { route: 'continue', standing: waiting }, 'start'],
  ['a name is missing', { mode: 'signUp', route: 'verify', standing: missing }, 'continue'],
  ['the code is too old', { route: 'verify', standing: waiting, state: { ...state, trouble: 'expired' } }, 'expired'],
  ['locked at the very start', { state: { ...state, trouble: 'locked' } }, 'locked'],
  ['signed in already', { signedIn: true }, 'signed-in'],
  ['signed in, and may be so twice', { signedIn: true, environment: many }, 'start'],
  ['signed in by another tab', { route: 'verify', standing: waiting, signedIn: true, before: false }, 'elsewhere'],
  ['signed in by another tab, among many', { signedIn: true, before: false, environment: many }, 'elsewhere'],
  [
    'our own session, the answer being on its way',
    { route: 'verify', standing: complete, signedIn: true, before: false, state: { ...state, busy: 'attempt' } },
    'verify',
  ],
  ['leaving the card of whoever is signed in', { signedIn: true, state: { ...state, busy: 'signOut' } }, 'signed-in'],
  ['done', { signedIn: true, before: false, state: { ...state, finished: true } }, 'done'],
  ['a link did its work', { state: link('verified') }, 'landing'],
  ['a link was too old', { state: link('expired') }, 'link-expired'],
  ['a link was of no use, to somebody signed in', { signedIn: true, state: link('failed') }, 'link-failed'],
  ['a ticket', { state: { ...state, arrival: { kind: 'token', ticket: 't' } } }, 'ticket'],
  ['a ticket for somebody signed in', { signedIn: true, state: { ...state, arrival: { kind: 'token', ticket: 't' } } }, 'signed-in'],
  ['nobody may sign up', { mode: 'signUp', environment: restricted }, 'restricted'],
  ['but whoever began may finish', { mode: 'signUp', environment: restricted, route: 'verify', standing: waiting }, 'verify'],
  ['and anybody may sign in', { environment: restricted }, 'start'],
])('%s', (_, change, card) => {
  expect(cardOf({ ...facts, ...change })).toBe(card)
})

it.each([
  ['start', 'verify', 'forward'],
  ['verify', 'start', 'back'],
  ['verify', 'methods', 'forward'],
  ['methods', 'verify', 'back'],
  ['verify', 'done', 'forward'],
  ['expired', 'verify', 'back'],
  ['loading', 'verify', null],
  ['start', 'signed-in', null],
] as const)('%s → %s is %s', (from, to, move) => {
  expect(moveOf(from, to)).toBe(move)
})
