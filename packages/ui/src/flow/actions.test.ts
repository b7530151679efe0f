import { UnreachableError } from '@latchkey/js'
import { describe, expect, it } from 'vitest'
import { fakeLatchkey, refusal } from '../testing/fake-latchkey.ts'
import { session, user, waitingSignUp } from '../testing/fixtures.ts'
import { flowActions } from './actions.ts'
import { signUpPort } from './attempt-port.ts'
import { type Arrival, type FlowState, step, untouched } from './state.ts'
import type { Route } from './types.ts'

/** A form in front of a fake server, which was opened for something. */
function opened(arrival: Arrival, latchkey = fakeLatchkey()) {
  const self = { latchkey, state: { ...untouched(), arrival } as FlowState, went: [] as Route[] }
  const port = signUpPort(latchkey, undefined)
  const actions = flowActions(() => ({
    latchkey,
    port,
    state: self.state,
    standing: port.standing(latchkey.getSnapshot()),
    method: 'link',
    target: '/main',
    switchTo: () => {},
    go: (route) => void self.went.push(route),
    dispatch: (event) => void (self.state = step(self.state, event)),
  }))
  return Object.assign(self, { actions })
}
type Form = ReturnType<typeof opened>

const idle = async (form: Form) => await expect.poll(() => form.state.busy).toBeNull()
const link: Arrival = { kind: 'link', status: 'verified', sessionId: 'sess_1' }

describe('a link that did its work', () => {
  const ada = session('sess_1', user())

  it.each([
    [
      'goes on with the session it made',
      { sessions: [ada] },
      { finished: true, arrival: null },
      [['setActive', { session: 'sess_1', redirectUrl: '/main' }]],
      [],
    ],
    [
      'goes on to what is missing',
      { signUp: waitingSignUp({ unverifiedFields: [], missingFields: ['first_name'] }) },
      { arrival: null },
      [],
      ['continue'],
    ],
    ['failed where nothing is known of it', {}, { arrival: { ...link, status: 'failed' } }, [], []],
  ])('%s', async (_, known, state, calls, went) => {
    const form = opened(link, fakeLatchkey({ known: () => known }))
    form.actions.land()
    await idle(form)
    expect(form).toMatchObject({ state: { problem: null, ...state }, latchkey: { calls }, went })
  })

  it.each([
    ['away', new UnreachableError('x'), 'unreachable'],
    ['not to be asked', refusal('resource_not_found', { status: 404 }), 'unknown'],
  ])('is not said to have failed while the server is %s, and is taken up again', async (_, failure, code) => {
    const form = opened(link, fakeLatchkey({ known: () => ({ phase: 'unreachable', failure }) }))
    form.actions.land()
    await idle(form)
    expect(form.state).toMatchObject({ arrival: link, problem: { code }, finished: false })
    form.latchkey.set({ phase: 'ready', failure: null, sessions: [ada] })
    form.actions.land()
    await idle(form)
    expect(form).toMatchObject({ state: { finished: true, problem: null }, latchkey: { calls: [['setActive', { session: 'sess_1' }]] } })
  })
})

it('forgets nothing of what the page was opened for when it asks anew who is signed in', async () => {
  const form = opened({ kind: 'token', ticket: 'abc' })
  form.actions.reload()
  await idle(form)
  expect(form).toMatchObject({ state: { arrival: { kind: 'token', ticket: 'abc' } }, latchkey: { calls: [['reload', undefined]] } })
})

it('tells the server what was typed anew beside an address whose code is on its way, and sends no second email', async () => {
  const known = { signUp: waitingSignUp() }
  const sent: unknown[] = []
  const update = async (fields: unknown) => {
    sent.push(fields)
    return known.signUp
  }
  known.signUp = waitingSignUp({ update, create: () => Promise.reject(new Error('a second email')) })
  const latchkey = fakeLatchkey({ known: () => known })
  await latchkey.load()
  const form = opened({ kind: 'token', ticket: 'abc' }, latchkey)
  form.actions.begin({ emailAddress: 'ada.lovelace@northwind.test', username: ' ada_l2 ', firstName: '', lastName: '' }, ['username'])
  await idle(form)
  expect([sent, form.state.problem, form.went]).toEqual([[{ username: 'ada_l2' }], null, ['verify']])
})
