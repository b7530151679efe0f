import { email } from '../../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { emailCode } from '../email-code/email-code.ts'
import { delivered } from '../testing/delivered.ts'
import type { Subject } from '../strategy.ts'
import { emailLink } from './email-link.ts'

const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const address = { id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: true } as const
const subject: Subject = {
  verificationId: 'ver_1',
  target: email('ada@example.com'),
  identifications: [address],
  credentials: [],
  enabled: ['email_link'],
  test: false,
  located: null,
}
const proven = { ok: true, proofs: [{ type: 'identifier', identifier: email('ada@example.com'), amr: 'otp', assurance: 'first' }] }
const strategy = emailLink(ports)
const prepared = await strategy.prepare!(subject, null)
const { secret } = prepared
const { code, linkToken } = delivered(prepared)

it('proves the address by the token of its mail', () => {
  expect(strategy.attempt(subject, secret, strategy.parse({ token: linkToken })!)).toStrictEqual(proven)
})

it('sends a mail that can be finished by its code instead', () => {
  expect(emailCode(ports).attempt(subject, secret, code)).toStrictEqual(proven)
})

it('does not take the code for the token: six digits are found too soon', () => {
  expect(strategy.parse({ token: code })).toBeNull()
  expect(strategy.attempt(subject, secret, code)).toMatchObject({ ok: false, code: 'verification_link_token_invalid', param: 'token' })
})

it('is offered under its own name, for an address, where it is turned on', () => {
  expect(strategy.offers(subject)).toStrictEqual([{ strategy: 'email_link', identification: address }])
  expect(strategy.offers({ ...subject, enabled: ['email_code'] })).toEqual([])
})

describe('parse', () => {
  it.each([
    ['cut short', linkToken.slice(1)],
    ['too long', `${linkToken}A`],
    ['with a blank', `${linkToken.slice(1)} `],
    ['with a line break', `${linkToken}\n`],
    ['with padding', `${linkToken.slice(1)}=`],
    ['in the other base64', `+/${linkToken.slice(2)}`],
  ])('takes no token %s', (_, token) => expect(strategy.parse({ token })).toBeNull())
})
