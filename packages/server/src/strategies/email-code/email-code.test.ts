import { email } from '../../domain/testing/email.ts'
import { expect, it } from 'vitest'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { delivered } from '../testing/delivered.ts'
import type { Subject } from '../strategy.ts'
import { emailCode } from './email-code.ts'

const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const address = { id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: true } as const
const subject: Subject = {
  verificationId: 'ver_1',
  target: email('ada@example.com'),
  identifications: [address],
  credentials: [],
  enabled: ['email_code'],
  test: false,
  located: null,
}

it('proves the address by the code of its mail, pasted as people paste it', async () => {
  const strategy = emailCode(ports)
  const prepared = await strategy.prepare!(subject, null)
  const { secret } = prepared
  const pasted = ` ${delivered(prepared).code.slice(0, 3)} ${delivered(prepared).code.slice(3)}`
  const code = strategy.parse({ code: pasted, strategy: 'email_code' })!
  expect(strategy.attempt(subject, secret, code)).toStrictEqual({
    ok: true,
    proofs: [{ type: 'identifier', identifier: email('ada@example.com'), amr: 'otp', assurance: 'first' }],
  })
})

it('does not take the token of the same mail for its code', async () => {
  const strategy = emailCode(ports)
  const prepared = await strategy.prepare!(subject, null)
  const { secret } = prepared
  expect(strategy.parse({ token: delivered(prepared).linkToken })).toBeNull()
  expect(strategy.attempt(subject, secret, delivered(prepared).linkToken)).toStrictEqual({
    ok: false,
    code: 'form_code_incorrect',
    param: 'code',
  })
})

it('is offered under its own name, for an address, where it is turned on', () => {
  const strategy = emailCode(ports)
  expect(strategy.offers(subject)).toStrictEqual([{ strategy: 'email_code', identification: address }])
  expect(strategy.offers({ ...subject, enabled: ['email_link'] })).toEqual([])
})
