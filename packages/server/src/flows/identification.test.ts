import { email } from '../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../domain/limits.ts'
import { type IdentificationEvent, stepIdentification } from './identification.ts'

const state = Object.freeze({ identifier: email('ada@example.com') })
const now = 1_800_000_000_000
const user = { id: 'user_ada', banned: false, lockedUntil: null }
const most = LIMITS.unverifiedAddressesPerUser

const nothingDone = { ok: true, next: state, effects: [] }
const refused = (code: string, detail: object = {}) => ({ ok: false, code, detail })
const taken = refused('form_identifier_exists', { param: 'email_address' })
const tooMany = refused('too_many_unverified_identifications')
const notHers = refused('verification_failed')
const verified = (provenBy: string) => ({
  ok: true,
  next: state,
  effects: [
    { type: 'create_identification', id: 'idn_1', userId: 'user_ada', identifier: email('ada@example.com'), provenBy },
    { type: 'drop_claims', identifier: email('ada@example.com') },
    { type: 'set_primary_if_none', userId: 'user_ada', of: 'email_address', identificationId: 'idn_1' },
    { type: 'record', event: { type: 'email_address.verified', userId: 'user_ada', detail: { id: 'idn_1', strategy: provenBy } } },
  ],
})

const added = (isTaken: boolean, pending: number): IdentificationEvent => ({ type: 'added', taken: isTaken, pending })
const how = { amr: 'otp', assurance: 'first' } as const
type Proven = IdentificationEvent & { type: 'proven' }
const proven = (address: string, by: 'email_code' | 'email_link', further: Partial<Proven> = {}): IdentificationEvent => {
  return {
    type: 'proven',
    proofs: [{ type: 'identifier', identifier: email(address), ...how }],
    by,
    taken: false,
    attemptId: 'idn_1',
    user,
    now,
    ...further,
  }
}
const byTicket = (further: object): IdentificationEvent => {
  return proven('', 'email_code', {
    by: 'ticket',
    proofs: [{ type: 'credential', userId: 'user_ada', credentialId: null, ...how, ...further }],
  })
}

describe('stepIdentification', () => {
  it.each([
    ['added, the first one', added(false, 0), nothingDone],
    ['added, room for one more', added(false, most - 1), nothingDone],
    ['added, no room', added(false, most), tooMany],
    ['added, long past the limit', added(false, most + 1), tooMany],
    ['added, somebody has it', added(true, 0), taken],
    ['added, somebody has it and no room', added(true, most), taken],
    ['proven by code', proven('ada@example.com', 'email_code'), verified('email_code')],
    ['proven by link', proven('ada@example.com', 'email_link'), verified('email_link')],
    ['proven, taken meanwhile', proven('ada@example.com', 'email_code', { taken: true }), taken],
    ['proven, signed out meanwhile', proven('ada@example.com', 'email_code', { user: null }), refused('signed_out')],
    ['proven, signed out and taken', proven('ada@example.com', 'email_code', { user: null, taken: true }), refused('signed_out')],
    ['proven, banned meanwhile', proven('ada@example.com', 'email_link', { user: { ...user, banned: true } }), refused('user_banned')],
    [
      'proven, locked meanwhile',
      proven('ada@example.com', 'email_link', { user: { ...user, lockedUntil: now + 2000 } }),
      refused('user_locked', { retryAfter: 2 }),
    ],
    ['proven, her lock over', proven('ada@example.com', 'email_link', { user: { ...user, lockedUntil: now } }), verified('email_link')],
    ['another address proven', proven('eve@example.com', 'email_code'), notHers],
    ['another spelling proven', proven('Ada@example.com', 'email_code'), notHers],
    ['a credential in place of the address', byTicket({}), notHers],
    ['a credential that mentions the address', byTicket({ address: 'ada@example.com' }), notHers],
  ])('%s', (_, event, expected) => {
    expect(stepIdentification(state, event)).toStrictEqual(expected)
  })

  it('never creates a session or a user', () => {
    const done = stepIdentification(state, proven('ada@example.com', 'email_code'))
    expect(done.ok && done.effects.filter((effect) => effect.type === 'create_session' || effect.type === 'create_user')).toEqual([])
  })
})
