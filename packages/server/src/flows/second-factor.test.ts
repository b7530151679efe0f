import type { FactorLevel } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import type { SignInState } from '../domain/attempt.ts'
import type { Proof } from '../domain/proof.ts'
import { LIMITS } from '../domain/limits.ts'
import { email } from '../domain/testing/email.ts'
import type { Decision } from './decision.ts'
import { type EnrolledStanding, NEW_SIGN_IN, type SignInEvent, type SignInFacts, signInStatus, stepSignIn } from './sign-in.ts'

/** No strategy of this version is a second factor; one that it does not know counts as such. */
const credentials = [
  { id: 'cred_riddle', type: 'riddle', handle: null },
  { id: 'cred_other', type: 'riddle', handle: 'ada' },
  { id: 'cred_link', type: 'email_link', handle: 'ada' },
]
const now = 1_800_000_000_000
const facts: SignInFacts = { now, blockingSessionId: null }
const ada: EnrolledStanding = { id: 'user_ada', banned: false, lockedUntil: null, credentials }
const eve: EnrolledStanding = {
  id: 'user_eve',
  banned: false,
  lockedUntil: null,
  credentials: [{ id: 'cred_eve', type: 'riddle', handle: null }],
}
const address = email('ada@example.com')

const named: SignInEvent = { type: 'identified', identifier: address, owner: ada, ownerSessionId: null }
const proven = (owner: EnrolledStanding | null, ...proofs: readonly Proof[]): SignInEvent => {
  return { type: 'proven', proofs, by: 'email_code', owner, identifierOwnerId: 'user_ada', sessionId: 'sess_new' }
}
const code = (assurance: FactorLevel = 'first'): Proof => ({ type: 'identifier', identifier: address, amr: 'otp', assurance })
const enrolled = (credentialId: string | null, assurance: FactorLevel = 'second', userId = 'user_ada'): Proof => {
  return { type: 'credential', userId, credentialId, amr: 'kba', assurance }
}
const account = (assurance: FactorLevel): Proof => {
  return { type: 'external_account', account: { strategy: 'email_link', handle: 'ada' }, amr: 'mca', assurance }
}

function run(events: readonly SignInEvent[], from: SignInState = NEW_SIGN_IN): readonly Decision<SignInState>[] {
  let state = from
  return events.map((event) => {
    const decision = stepSignIn(state, event, { ...facts, now: now + 1 })
    if (decision.ok) state = decision.next
    return decision
  })
}

const waiting = {
  identifier: address,
  userId: 'user_ada',
  firstFactor: { by: 'email_code', methods: ['otp'], credentialId: null, at: now },
  createdSessionId: null,
} as const satisfies SignInState

const halfway = {
  type: 'record',
  event: { type: 'sign_in.first_factor_verified', userId: 'user_ada', detail: { strategy: 'email_code' } },
} as const

describe('a user with a second factor', () => {
  it('is asked for it after the first one, which makes no session', () => {
    const [, decision] = run([named, proven(ada, code())])
    const firstFactor = { ...waiting.firstFactor, at: now + 1 }
    expect(decision).toStrictEqual({ ok: true, next: { ...waiting, firstFactor }, effects: [halfway] })
    expect(signInStatus(waiting)).toBe('needs_second_factor')
  })

  it('is in once both are proven, each at its own time', () => {
    const [decision] = run([proven(ada, enrolled('cred_riddle'))], waiting)
    const detail = { sessionId: 'sess_new', strategy: 'email_code', secondStrategy: 'email_code', methods: ['otp', 'kba', 'mfa'] }
    expect(decision).toStrictEqual({
      ok: true,
      next: { ...waiting, createdSessionId: 'sess_new' },
      effects: [
        {
          type: 'create_session',
          sessionId: 'sess_new',
          userId: 'user_ada',
          firstFactorAt: now,
          secondFactorAt: now + 1,
          by: { type: 'client' },
        },
        { type: 'record', event: { type: 'session.created', userId: 'user_ada', detail } },
      ],
    })
  })

  it('may prove both by one act that gives both', () => {
    const [decision] = run([proven(ada, enrolled('cred_riddle', 'first'), enrolled('cred_riddle'))])
    expect(decision!.ok && decision!.effects[0]).toMatchObject({ type: 'create_session', firstFactorAt: now + 1, secondFactorAt: now + 1 })
    const [half] = run([proven(ada, enrolled('cred_riddle', 'first'))])
    expect(half).toMatchObject({ ok: true, next: { firstFactor: { credentialId: 'cred_riddle' } }, effects: [halfway] })
  })

  it('who was named by a ticket is asked all the same', () => {
    const [decision, ...rest] = run([proven(ada, enrolled(null, 'first')), named, proven(ada, enrolled('cred_other'))])
    expect(decision).toMatchObject({ ok: true, next: { identifier: null, userId: 'user_ada' }, effects: [halfway] })
    expect(rest).toMatchObject([
      { ok: false, code: 'client_state_invalid' },
      { ok: true, next: { createdSessionId: 'sess_new' } },
    ])
  })

  it.each([
    ['the first one once more', proven(ada, code())],
    ['the first one, said to be the second', proven(ada, code('second'))],
    ['an account elsewhere', proven(ada, account('second'))],
    ['what is enrolled, as a first factor', proven(ada, enrolled('cred_riddle', 'first'))],
    ['what is enrolled and no second factor', proven(ada, enrolled('cred_link'))],
    ['what was made for one use', proven(ada, enrolled(null))],
    ['what was taken away meanwhile', proven(ada, enrolled('cred_gone'))],
    ["somebody else's", proven(ada, enrolled('cred_eve', 'second', 'user_eve'))],
    ['nothing', proven(ada)],
  ])('gets no further by %s', (_, event) => {
    expect(run([event], waiting)).toStrictEqual([{ ok: false, code: 'verification_failed', detail: {} }])
  })

  it('does not use one thing twice', () => {
    const used = { ...waiting, firstFactor: { ...waiting.firstFactor, credentialId: 'cred_riddle' } }
    const [same, other] = run([proven(ada, enrolled('cred_riddle')), proven(ada, enrolled('cred_other'))], used)
    expect(same).toStrictEqual({ ok: false, code: 'verification_failed', detail: {} })
    expect(other!.ok).toBe(true)
  })

  it('has a quarter of an hour for it, and begins again after that', () => {
    expect(LIMITS.secondFactorMs).toBe(15 * 60_000)
    const second = proven(ada, enrolled('cred_riddle'))
    expect(stepSignIn(waiting, second, { ...facts, now: now + LIMITS.secondFactorMs - 1 }).ok).toBe(true)
    const late = stepSignIn(waiting, second, { ...facts, now: now + LIMITS.secondFactorMs })
    expect(late).toStrictEqual({ ok: false, code: 'resource_not_found', detail: {} })
  })

  it('does not get in by a first factor that is no longer theirs', () => {
    const gone = { ok: false, code: 'sign_in_identification_or_user_deleted', detail: {} }
    const second = proven(ada, enrolled('cred_riddle'))
    const by = (credentialId: string) => ({ ...waiting, firstFactor: { ...waiting.firstFactor, credentialId } })
    expect(run([second], by('cred_gone'))).toStrictEqual([gone])
    expect(run([second], by('cred_link'))).toMatchObject([{ ok: true }])
    const { identifierOwnerId: _unread, ...unread } = second as SignInEvent & { type: 'proven' }
    for (const event of [{ ...second, identifierOwnerId: 'user_eve' }, { ...second, identifierOwnerId: null }, unread] as SignInEvent[]) {
      expect(run([event], waiting)).toStrictEqual([gone])
      expect(run([event], { ...waiting, identifier: null })).toMatchObject([{ ok: true }])
    }
  })

  it('has an account elsewhere remembered as what it is enrolled as', () => {
    const [, decision] = run([named, proven(ada, account('first'))])
    expect(decision).toMatchObject({ ok: true, next: { firstFactor: { credentialId: 'cred_link' } } })
    const other = { ...ada, credentials: ada.credentials.map((held) => ({ ...held, handle: 'eve' })) }
    const [, none] = run([named, proven(other, account('first'))])
    expect(none).toMatchObject({ ok: true, next: { firstFactor: { credentialId: null } } })
  })

  it.each([
    ['banned', { ...ada, banned: true }, 'user_banned'],
    ['locked', { ...ada, lockedUntil: now + 5000 }, 'user_locked'],
    ['deleted', null, 'sign_in_identification_or_user_deleted'],
    ['somebody else', eve, 'sign_in_identification_or_user_deleted'],
  ])('who is %s by now does not get in', (_, owner, refusal) => {
    expect(run([proven(owner, enrolled('cred_riddle'))], waiting)).toMatchObject([{ ok: false, code: refusal }])
  })

  it('gets in by no order of events without it', () => {
    const alphabet: readonly SignInEvent[] = [
      named,
      { ...named, owner: eve },
      proven(ada, code()),
      proven(ada, code('second')),
      proven(ada, code(), code('second')),
      proven(ada, account('first'), account('second')),
      proven(ada, enrolled(null, 'first')),
      proven(ada, enrolled(null, 'first'), enrolled('cred_eve', 'second', 'user_eve')),
      proven(ada, enrolled('cred_riddle', 'first')),
      proven(ada, enrolled('cred_link', 'first'), enrolled('cred_link')),
      proven(eve, enrolled('cred_eve', 'second', 'user_eve')),
    ]
    const second = proven(ada, enrolled('cred_other'))
    let [tried, complete] = [0, 0]
    const walk = (state: SignInState, depth: number, proved: boolean) => {
      for (const event of [...alphabet, second]) {
        tried++
        const decision = stepSignIn(state, event, facts)
        if (!decision.ok) continue
        const proves = proved || event === second
        const session = decision.effects.find((effect) => effect.type === 'create_session')
        const done = signInStatus(decision.next) === 'complete'
        expect([done, session !== undefined]).toEqual(session === undefined ? [false, false] : [true, true])
        if (session !== undefined) expect([session.userId, proves, session.secondFactorAt]).toEqual(['user_ada', true, now])
        if (session !== undefined) complete++
        if (depth > 1) walk(decision.next, depth - 1, proves)
      }
    }
    walk(NEW_SIGN_IN, 5, false)
    expect([tried > 100, complete > 5]).toEqual([true, true])
  })
})

it('who has no second factor is not asked for one', () => {
  const without = { ...ada, credentials: [{ id: 'cred_link', type: 'email_link', handle: 'ada' }] }
  const [, decision] = run([named, proven(without, code())])
  expect(decision!.ok && decision!.effects[0]).toMatchObject({ type: 'create_session', secondFactorAt: null })
})

it('what proves a second factor only begins no sign-in', () => {
  expect(run([proven(ada, enrolled('cred_riddle'))])).toStrictEqual([{ ok: false, code: 'client_state_invalid', detail: {} }])
})
