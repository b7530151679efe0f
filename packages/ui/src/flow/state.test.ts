import { describe, expect, it } from 'vitest'
import { refusal } from '../testing/fake-latchkey.ts'
import { problemOf } from './problem.ts'
import { type FlowEvent, type FlowState, step, untouched } from './state.ts'

const after = (...events: readonly FlowEvent[]): FlowState => events.reduce(step, untouched({ emailAddress: 'a@x.test' }))
const failed = (code: string, paramName: string | null = null): FlowEvent => ({
  type: 'failed',
  problem: problemOf(refusal(code, { paramName, status: 400 })),
})
const began = { type: 'began', what: 'attempt' } as const

describe('what goes wrong', () => {
  it.each([
    ['verification_expired', 'expired'],
    ['verification_failed', 'exhausted'],
    ['user_locked', 'locked'],
    ['form_code_incorrect', null],
  ])('%s makes it %s', (code, trouble) => {
    expect(after(began, failed(code))).toMatchObject({ busy: null, trouble, problem: { code } })
  })

  it('counts wrong codes, so that each is seen to be a new one', () => {
    expect(after(began, failed('form_code_incorrect', 'code'), began, failed('form_code_incorrect', 'code')).wrong).toBe(2)
    expect(after(began, failed('form_identifier_not_found', 'identifier')).wrong).toBe(0)
  })

  it('is forgotten by the next try, by another step and by another mail', () => {
    const clear = { problem: null, trouble: null }
    expect(after(failed('verification_expired'), { type: 'moved' })).toMatchObject(clear)
    expect(after(failed('verification_expired'), { type: 'sent', at: 5, resent: 'sent' })).toMatchObject({
      ...clear,
      sentAt: 5,
      resent: 'sent',
    })
    expect(after(failed('form_code_incorrect', 'code'), began).problem).toBeNull()
  })
})

it.each(['verification_failed', 'verification_expired', 'user_locked', 'resource_not_found'])(
  'knows after %s that what was sent is spent, until something is sent anew',
  (code) => {
    const moved = after(failed(code), { type: 'moved' }, failed('x'))
    expect([
      moved.spent,
      step(moved, { type: 'sent', at: 5, resent: null }).spent,
      after(failed('form_code_incorrect', 'code')).spent,
    ]).toEqual([true, false, false])
  },
)

it('keeps what was typed, whatever happens', () => {
  const values = { emailAddress: 'b@x.test', username: '', firstName: 'B', lastName: '' }
  expect(after({ type: 'typed', values }, began, failed('x'), { type: 'moved' }, { type: 'settled' }).values).toEqual(values)
})

it('does not begin the wait anew for a mail that was not sent', () => {
  expect(after({ type: 'sent', at: 5, resent: null }, { type: 'sent', at: 9, resent: 'kept' })).toMatchObject({ sentAt: 5, resent: 'kept' })
})

it('stays finished when going on fails', () => {
  expect(after({ type: 'finished' }, failed('x')).finished).toBe(true)
})

it('fills in what the URL brought, and leaves the rest', () => {
  expect(after({ type: 'arrived', arrival: null, values: { firstName: 'Ada' } }).values).toEqual({
    emailAddress: 'a@x.test',
    username: '',
    firstName: 'Ada',
    lastName: '',
  })
})
