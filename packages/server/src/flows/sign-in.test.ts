import { describe, expect, it } from 'vitest'
import type { SignInState } from '../domain/attempt.ts'
import { email } from '../domain/testing/email.ts'
import { secondFactorsOf } from '../domain/second-factors.ts'
import { NEW_SIGN_IN, type SignInEvent, type SignInFacts, signInStatus, stepSignIn } from './sign-in.ts'

const now = 1_800_000_000_000
const free: SignInFacts = { now, blockingSessionId: null }
const ada = { id: 'user_ada', banned: false, lockedUntil: null, credentials: [] }
const eve = { id: 'user_eve', banned: false, lockedUntil: null, credentials: [] }
const banned = { ...ada, banned: true }
const locked = { ...ada, lockedUntil: now + 1 }
const unlocked = { ...ada, lockedUntil: now }

const states = {
  new: NEW_SIGN_IN,
  ofAda: { identifier: email('ada@example.com'), userId: 'user_ada', firstFactor: null, createdSessionId: null },
  ofNobody: { identifier: email('nobody@example.com'), userId: null, firstFactor: null, createdSessionId: null },
  done: { identifier: email('ada@example.com'), userId: 'user_ada', firstFactor: null, createdSessionId: 'sess_first' },
  doneByTicket: { identifier: null, userId: 'user_ada', firstFactor: null, createdSessionId: 'sess_first' },
} satisfies Record<string, SignInState>

type Owner = typeof ada | typeof locked | null
const address = email('ada@example.com')
const sessionId = 'sess_new'
const names = (owner: Owner, ownerSessionId: string | null = null): SignInEvent => {
  return { type: 'identified', identifier: address, owner, ownerSessionId }
}
const by = 'email_code'
const how = { amr: 'otp', assurance: 'first' } as const
const proves = (owner: Owner): SignInEvent => ({
  type: 'proven',
  proofs: [{ type: 'identifier', identifier: address, ...how }],
  by,
  owner,
  sessionId,
})
const shows = (userId: string, owner: Owner): SignInEvent => ({
  type: 'proven',
  proofs: [{ type: 'credential', userId, credentialId: null, ...how }],
  by,
  owner,
  sessionId,
})

const details: { readonly [code: string]: object } = {
  form_identifier_not_found: { param: 'identifier' },
  identifier_already_signed_in: { meta: { session_id: 'sess_here' } },
  user_locked: { retryAfter: 1 },
}

/** What a word in a cell stands for; any other word is the code of a refusal. */
function expected(cell: string, state: SignInState) {
  if (cell === 'NAMED')
    return { ok: true, next: { identifier: address, userId: 'user_ada', firstFactor: null, createdSessionId: null }, effects: [] }
  const userId = { ADA_IN: 'user_ada', EVE_IN: 'user_eve' }[cell]
  if (userId === undefined) return { ok: false, code: cell, detail: details[cell] ?? {} }
  return {
    ok: true,
    next: { identifier: state.identifier, userId, firstFactor: null, createdSessionId: 'sess_new' },
    effects: [
      { type: 'create_session', sessionId: 'sess_new', userId, firstFactorAt: now, secondFactorAt: null, by: { type: 'client' } },
      { type: 'record', event: { type: 'session.created', userId, detail: { sessionId: 'sess_new', strategy: by } } },
    ],
  }
}

const [no, gone] = ['client_state_invalid', 'sign_in_identification_or_user_deleted']
const table: readonly (readonly [string, SignInEvent, string, string, string, string, string])[] = [
  // what happens                         event                        new                          ofAda        ofNobody done doneByTicket
  ['an address is given', names(ada), 'NAMED', no, no, no, no],
  ['an address nobody has is given', names(null), 'form_identifier_not_found', no, no, no, no],
  ['a banned user is named', names(banned), 'user_banned', no, no, no, no],
  ['a locked user is named', names(locked), 'user_locked', no, no, no, no],
  ['a user is named whose lock is over', names(unlocked), 'NAMED', no, no, no, no],
  ['a user is named who is in here', names(ada, 'sess_here'), 'identifier_already_signed_in', no, no, no, no],
  ['a banned user is named who is in here', names(banned, 'sess_here'), 'user_banned', no, no, no, no],
  ['the address is proven', proves(ada), no, 'ADA_IN', gone, no, no],
  ['the address is proven, now of eve', proves(eve), no, gone, gone, no, no],
  ["the address is proven, now nobody's", proves(null), no, gone, gone, no, no],
  ['it is proven by one banned meanwhile', proves(banned), no, 'user_banned', gone, no, no],
  ['it is proven by one locked meanwhile', proves(locked), no, 'user_locked', gone, no, no],
  ['it is proven by one whose lock is over', proves(unlocked), no, 'ADA_IN', gone, no, no],
  ['a ticket of ada is shown', shows('user_ada', ada), 'ADA_IN', 'ADA_IN', gone, no, no],
  ['a ticket of eve is shown', shows('user_eve', eve), 'EVE_IN', gone, gone, no, no],
  ['a ticket of eve, looked up as ada', shows('user_eve', ada), gone, gone, gone, no, no],
  ['a ticket of ada, looked up as eve', shows('user_ada', eve), gone, gone, gone, no, no],
  ['a ticket of a deleted user is shown', shows('user_ada', null), gone, gone, gone, no, no],
  ['a ticket of a banned user is shown', shows('user_ada', banned), 'user_banned', 'user_banned', gone, no, no],
  ['a ticket of a locked user is shown', shows('user_ada', locked), 'user_locked', 'user_locked', gone, no, no],
  ['a ticket after the lock is shown', shows('user_ada', unlocked), 'ADA_IN', 'ADA_IN', gone, no, no],
]
const cells = table.flatMap(([what, event, ...row]) =>
  Object.entries(states).map(([name, state], column) => ({ what, event, name, state: Object.freeze(state), cell: row[column]! })),
)

describe('stepSignIn', () => {
  it.each(cells)('$name: $what → $cell', ({ state, event, cell }) => {
    expect(stepSignIn(state, event, free)).toStrictEqual(expected(cell, state))
  })

  it.each(cells)('$name: $what, while signed in as somebody else, does nothing', ({ state, event }) => {
    const open = state.createdSessionId === null
    expect(stepSignIn(state, event, { now, blockingSessionId: 'sess_other' })).toStrictEqual(
      open ? { ok: false, code: 'session_exists', detail: { meta: { session_id: 'sess_other' } } } : { ok: false, code: no, detail: {} },
    )
  })

  it.each(cells)('$name: $what leaves a state that survives being stored', ({ state, event }) => {
    const decision = stepSignIn(JSON.parse(JSON.stringify(state)), event, free)
    expect(decision).toStrictEqual(stepSignIn(state, event, free))
    if (decision.ok) expect(JSON.parse(JSON.stringify(decision.next))).toStrictEqual(decision.next)
  })

  it('gives a session to nobody but the one who was named and proved it, in good standing', () => {
    const into = cells.filter(({ state, event }) => {
      const decision = stepSignIn(state, event, free)
      return decision.ok && decision.effects.some((effect) => effect.type === 'create_session')
    })
    expect(into.map(({ what, name }) => `${name}: ${what}`)).toEqual([
      'ofAda: the address is proven',
      'ofAda: it is proven by one whose lock is over',
      'new: a ticket of ada is shown',
      'ofAda: a ticket of ada is shown',
      'new: a ticket of eve is shown',
      'new: a ticket after the lock is shown',
      'ofAda: a ticket after the lock is shown',
    ])
  })
})

describe('signInStatus', () => {
  it.each([
    ['new', 'needs_identifier'],
    ['ofAda', 'needs_first_factor'],
    ['ofNobody', 'needs_first_factor'],
    ['done', 'complete'],
    ['doneByTicket', 'complete'],
  ] as const)('%s is %s', (name, status) => expect(signInStatus(states[name])).toBe(status))
})

it.each([
  ['nothing', [], []],
  ['what is a first factor only', ['email_code', 'email_link', 'ticket'], []],
  ['what only a newer version knows', ['totp', 'email_code', 'toString'], ['totp', 'toString']],
])('of %s', (_, types, asked) => {
  const credentials = types.map((type) => ({ id: `cred_${type}`, type }))
  expect(secondFactorsOf({ credentials })).toEqual(credentials.filter(({ type }) => asked.includes(type)))
})
