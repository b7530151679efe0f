import type { FactorLevel, ReverificationLevel } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import type { ReverificationState } from '../domain/attempt.ts'
import { LIMITS } from '../domain/limits.ts'
import type { Proof } from '../domain/proof.ts'
import { email } from '../domain/testing/email.ts'
import {
  isReverified,
  levelFor,
  REVERIFIED_FOR_MS,
  type ReverificationEvent,
  reverificationStatus,
  stepReverification,
} from './reverification.ts'
import type { EnrolledStanding } from './sign-in.ts'

const now = 1_800_000_000_000
const riddle = { id: 'cred_riddle', type: 'riddle', handle: null }
const ada: EnrolledStanding = { id: 'user_ada', banned: false, lockedUntil: null, credentials: [riddle] }
const eve: EnrolledStanding = { ...ada, id: 'user_eve' }
const code: Proof = { type: 'identifier', identifier: email('ada@example.com'), amr: 'otp', assurance: 'first' }
const enrolled = (credentialId: string, assurance: FactorLevel, userId = 'user_ada'): Proof => {
  return { type: 'credential', userId, credentialId, amr: 'kba', assurance }
}
const second = enrolled('cred_riddle', 'second')
const asked = (level: ReverificationLevel, more: Partial<ReverificationState> = {}): ReverificationState => {
  return { sessionId: 'sess_ada', userId: 'user_ada', level, firstFactor: null, completedAt: null, ...more }
}
const proven = (proofs: readonly Proof[], more: Partial<ReverificationEvent> = {}): ReverificationEvent => {
  return { type: 'proven', proofs, by: 'email_code', owner: ada, now, ...more }
}
const noted = (firstFactorAt: number | null, secondFactorAt: number | null) => {
  return expect.objectContaining({ type: 'reverify_session', sessionId: 'sess_ada', firstFactorAt, secondFactorAt })
}
const refused = (code: string) => expect.objectContaining({ ok: false, code })
const first = { by: 'email_code', methods: ['otp'], credentialId: null, at: now } as const

describe('what is asked for', () => {
  it.each(['first_factor', 'second_factor', 'multi_factor'] as const)('is %s of whoever has a second factor', (level) => {
    expect(levelFor(level, ada)).toBe(level)
    expect(levelFor(level, { credentials: [] })).toBe('first_factor')
  })

  it.each([
    [asked('first_factor'), 'needs_first_factor'],
    [asked('second_factor'), 'needs_second_factor'],
    [asked('multi_factor'), 'needs_first_factor'],
    [asked('multi_factor', { firstFactor: first }), 'needs_second_factor'],
    [asked('second_factor', { completedAt: now }), 'complete'],
  ] as const)('%# stands where its state says', (state, status) => {
    expect(reverificationStatus(state)).toBe(status)
  })
})

describe('a proof', () => {
  it('of the first factor is all that the first level asks for', () => {
    const made = stepReverification(asked('first_factor'), proven([code]))
    const detail = { sessionId: 'sess_ada', level: 'first_factor', strategy: 'email_code' }
    const event = { type: 'session.reverified', userId: 'user_ada', detail }
    expect(made).toEqual({
      ok: true,
      next: expect.objectContaining({ completedAt: now }),
      effects: [noted(now, null), { type: 'record', event }],
    })
  })

  it('of the second factor leaves the first as old as it is', () => {
    const made = stepReverification(asked('second_factor'), proven([second]))
    expect(made).toMatchObject({ ok: true, next: { completedAt: now }, effects: [noted(null, now), { type: 'record' }] })
  })

  it('of the first factor is half of both', () => {
    const half = stepReverification(asked('multi_factor'), proven([code]))
    expect(half).toEqual({ ok: true, next: asked('multi_factor', { firstFactor: first }), effects: [] })
    const made = stepReverification(asked('multi_factor', { firstFactor: first }), proven([second], { now: now + 1 }))
    const detail = { strategy: 'email_code', secondStrategy: 'email_code' }
    expect(made).toMatchObject({ next: { completedAt: now + 1 }, effects: [noted(now, now + 1), { event: { detail } }] })
  })

  it('of both at once is enough', () => {
    const made = stepReverification(asked('multi_factor'), proven([enrolled('cred_riddle', 'first'), second]))
    expect(made).toMatchObject({ next: { completedAt: now }, effects: [noted(now, now), { type: 'record' }] })
  })

  it.each([
    ['somebody else’s address', asked('first_factor'), proven([code], { owner: eve }), 'verification_failed'],
    ['an address that is nobody’s', asked('first_factor'), proven([code], { owner: null }), 'verification_failed'],
    ['somebody else’s credential', asked('first_factor'), proven([enrolled('cred_eve', 'first', 'user_eve')]), 'verification_failed'],
    ['no first factor', asked('first_factor'), proven([second]), 'verification_failed'],
    ['no second factor', asked('second_factor'), proven([code]), 'verification_failed'],
    ['a credential that is gone', asked('second_factor'), proven([enrolled('cred_gone', 'second')]), 'verification_failed'],
    [
      'what was the first a moment ago',
      asked('multi_factor', { firstFactor: { ...first, credentialId: 'cred_riddle' } }),
      proven([second]),
      'verification_failed',
    ],
    [
      'a second factor too late',
      asked('multi_factor', { firstFactor: { ...first, at: now - LIMITS.secondFactorMs } }),
      proven([second]),
      'resource_not_found',
    ],
    ['anything once more', asked('first_factor', { completedAt: now }), proven([code]), 'verification_already_verified'],
    ['a banned user', asked('first_factor'), proven([code], { owner: { ...ada, banned: true } }), 'user_banned'],
    ['a locked user', asked('first_factor'), proven([code], { owner: { ...ada, lockedUntil: now + 1 } }), 'user_locked'],
  ] as const)('of %s is refused', (_, state, event, why) => {
    expect(stepReverification(state, event)).toEqual(refused(why))
  })
})

describe('a session', () => {
  const fresh = now - REVERIFIED_FOR_MS + 1
  const old = now - REVERIFIED_FOR_MS
  it.each([
    ['whose only factor is fresh', [fresh, null], [], true],
    ['whose only factor is old', [old, null], [], false],
    ['that proved nothing', [null, null], [], false],
    ['whose second factor is fresh', [old, fresh], [riddle], true],
    ['whose second factor is old', [fresh, old], [riddle], false],
    ['that is older than the second factor of its user', [fresh, null], [riddle], false],
    ['whose user’s second factor is gone', [old, fresh], [], false],
  ] as const)('%s', (_, [firstFactorAt, secondFactorAt], credentials, isIt) => {
    expect(isReverified({ firstFactorAt, secondFactorAt }, { credentials }, now)).toBe(isIt)
  })
})
