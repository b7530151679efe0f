import { describe, expect, it } from 'vitest'
import type { Subject } from '../strategy.ts'
import { ticket } from './ticket.ts'

const strategy = ticket()
const subject: Subject = {
  verificationId: 'sia_1',
  target: null,
  identifications: [],
  credentials: [],
  enabled: ['ticket'],
  test: false,
  located: null,
}
const secret = 'A'.repeat(43)

it.each([
  [
    'that led to a user',
    { userId: 'user_ada' },
    { ok: true, proofs: [{ type: 'credential', userId: 'user_ada', credentialId: null, amr: 'otp', assurance: 'first' }] },
  ],
  ['that led nowhere', null, { ok: false, code: 'ticket_invalid_code', param: 'ticket' }],
])('a ticket %s', (_, located, expected) => {
  expect(strategy.attempt({ ...subject, located }, null, secret)).toStrictEqual(expected)
})

it('says under which purpose to look, so that a ticket for something else is not found', () => {
  expect(strategy.locate!(secret)).toStrictEqual({ purpose: 'sign_in_token', secret })
})

it('is never offered, because only who has one knows of it', () => {
  const identifications = [{ id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: true }] as const
  expect(strategy.offers({ ...subject, identifications })).toEqual([])
})

describe('parse', () => {
  it.each([
    ['the shortest', 'a'.repeat(20)],
    ['the longest', 'a'.repeat(200)],
    ['a JWT', `eyJ.${'a'.repeat(40)}.b-_`],
  ])('takes %s', (_, text) => expect(strategy.parse({ ticket: text })).toBe(text))
  it.each([
    ['too short', 'a'.repeat(19)],
    ['too long', 'a'.repeat(201)],
    ['with a blank', `${secret} `],
    ['with a line break', `${secret}\n`],
    ['with a quote', `${secret}'`],
    ['with a slash', `${secret}/..`],
    ['with a percent sign', `${secret}%`],
  ])('takes none %s', (_, text) => expect(strategy.parse({ ticket: text })).toBeNull())
})
