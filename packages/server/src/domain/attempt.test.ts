import { claiming, email } from './testing/email.ts'
import { expect, test } from 'vitest'
import { LIMITS } from './limits.ts'
import {
  type Attempt,
  beforeItsEnd,
  isOver,
  isSpent,
  mostGuesses,
  overAt,
  partiesOf,
  verificationIn,
  verificationsIn,
  withVerification,
} from './attempt.ts'

const verification = {
  id: 'ver_1',
  strategy: 'email_code',
  target: email('ada@example.com'),
  secret: 'x',
  guesses: 1,
  sends: 1,
  sentAt: 1,
  expiresAt: 9,
  consumedAt: 5,
  verifiedByClientId: 'client_1',
  disclosed: null,
  redirectUrl: null,
  requestedFrom: { ipAddress: null, userAgent: null },
} as const
const base = { id: 'a_1', clientId: 'client_1', userId: null, decoy: false, version: 1, abandonAt: 9, createdAt: 1, updatedAt: 1 } as const
const signIn: Attempt<'sign_in'> = {
  ...base,
  kind: 'sign_in',
  status: 'complete',
  state: { identifier: email('ada@example.com'), userId: 'user_1', firstFactor: null, createdSessionId: 'sess_1' },
  verifications: { first_factor: verification },
}
const signUp: Attempt<'sign_up'> = {
  ...base,
  kind: 'sign_up',
  status: 'complete',
  verifications: {},
  state: {
    ...claiming('ada@example.com', 'email_code'),
    externalAccount: null,
    firstName: 'Ada',
    lastName: null,
    unsafeMetadata: {},
    legalAcceptedAt: null,
    locale: null,
    createdUserId: 'user_1',
    createdSessionId: 'sess_1',
  },
}

test('an attempt is over when its time is, or when a row says so', () => {
  const of = (status: Attempt['status'], now: number) => isOver({ status, abandonAt: 9, state: signIn.state }, now)
  expect([of('open', 8), of('open', 9), of('open', 10), of('abandoned', 8), of('complete', 8)]).toEqual([false, true, true, true, false])
})

test('a sign-in that waits for its second factor is over sooner, and no later', () => {
  const half = (at: number, createdSessionId: string | null = null) => {
    const firstFactor = { by: 'email_code', methods: [], credentialId: null, at } as const
    return { abandonAt: 10 * LIMITS.secondFactorMs, state: { ...signIn.state, firstFactor, createdSessionId } }
  }
  expect(overAt(half(7))).toBe(7 + LIMITS.secondFactorMs)
  expect([overAt(half(10 * LIMITS.secondFactorMs)), overAt(half(7, 'sess_1'))]).toEqual(Array(2).fill(10 * LIMITS.secondFactorMs))
  expect(overAt({ abandonAt: 5, state: { ...signIn.state, firstFactor: null, createdSessionId: null } })).toBe(5)
  expect(overAt({ abandonAt: 5, state: signUp.state })).toBe(5)
  const over = (now: number) => isOver({ status: 'open', ...half(7) }, now)
  expect([over(6 + LIMITS.secondFactorMs), over(7 + LIMITS.secondFactorMs)]).toEqual([false, true])
})

test('a proof is spent when its time is over before it was used', () => {
  const of = (consumedAt: number | null, now: number) => isSpent({ consumedAt, expiresAt: 9 }, now)
  expect([of(null, 8), of(null, 9), of(null, 10), of(5, 8), of(5, 10)]).toEqual([false, true, true, false, false])
})

test('what was prepared stands in its slot, and in no other', () => {
  expect([verificationIn(signIn, 'first_factor'), verificationIn(signUp, 'email_address')]).toEqual([verification, null])
  expect(verificationIn(withVerification(signUp, 'email_address', verification), 'email_address')).toBe(verification)
})

test('a finished sign-in is shown as it was before its end', () => {
  expect(beforeItsEnd(signIn)).toEqual({
    ...signIn,
    status: 'open',
    state: { ...signIn.state, createdSessionId: null },
    verifications: { first_factor: { ...verification, consumedAt: null, verifiedByClientId: null } },
  })
})

test('a finished sign-up as well, without the proof and the user', () => {
  expect(beforeItsEnd(signUp)).toEqual({
    ...signUp,
    status: 'open',
    state: { ...signUp.state, createdSessionId: null, createdUserId: null, ...claiming('ada@example.com') },
  })
})

test('one that is under way stays as it is', () => {
  for (const status of ['open', 'abandoned'] as const) expect(beforeItsEnd({ ...signIn, status })).toEqual({ ...signIn, status })
})

test('an address that is being added is nobody’s yet, and wanted by who adds it', () => {
  expect(partiesOf({ kind: 'identification', userId: 'user_1' })).toEqual({ owner: null, account: 'user_1' })
  for (const kind of ['sign_in', 'sign_up'] as const)
    expect(partiesOf({ kind, userId: 'user_1' })).toEqual({ owner: 'user_1', account: null })
})

test('one that was finished by two factors is shown as it was before either', () => {
  const firstFactor = { by: 'email_code', methods: ['otp'], credentialId: null, at: 5 } as const
  const both = {
    ...signIn,
    state: { ...signIn.state, firstFactor },
    verifications: { first_factor: verification, second_factor: { ...verification, id: 'ver_2' } },
  }
  const unused = { ...verification, consumedAt: null, verifiedByClientId: null }
  expect(beforeItsEnd(both)).toEqual({
    ...signIn,
    status: 'open',
    state: { ...signIn.state, createdSessionId: null },
    verifications: { first_factor: unused, second_factor: { ...unused, id: 'ver_2' } },
  })
})

test('a verification is read and replaced by its slot', () => {
  const both = withVerification<'sign_in', Attempt<'sign_in'>>(signIn, 'second_factor', { ...verification, id: 'ver_2' })
  expect(verificationIn(signIn, 'second_factor')).toBeNull()
  expect([verificationIn(both, 'first_factor')!.id, verificationIn(both, 'second_factor')!.id]).toEqual(['ver_1', 'ver_2'])
  expect(verificationsIn(both).map(([slot, { id }]) => [slot, id])).toEqual([
    ['first_factor', 'ver_1'],
    ['second_factor', 'ver_2'],
  ])
})

test('what is counted by itself may be guessed at as often again, after something else was guessed out', () => {
  expect(mostGuesses('totp')).toBe(LIMITS.guessesPerVerification)
  expect(mostGuesses('email_code')).toBe(LIMITS.guessesPerVerification)
  expect(mostGuesses('backup_code')).toBe(2 * LIMITS.guessesPerVerification)
})
