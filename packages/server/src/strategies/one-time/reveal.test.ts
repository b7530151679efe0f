import { email } from '../../domain/testing/email.ts'
import { expect, it } from 'vitest'
import { systemRandom } from '../../platform/random.ts'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import type { Subject } from '../strategy.ts'
import { issue } from './issue.ts'
import { revealCode } from './reveal.ts'
import { parseSecret } from './secret.ts'

const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const target = email('ada@example.com')
const subject: Subject = { verificationId: 'ver_1', target, identifications: [], credentials: [], enabled: [], test: false, located: null }
const { secret, told } = issue(ports, subject)
const { code, linkToken } = told!
const other = issue(ports, { ...subject, verificationId: 'ver_2' })

it.each([
  ['the token', 'ver_1', secret, linkToken, code],
  ['a wrong token', 'ver_1', secret, other.told!.linkToken, null],
  ['no token', 'ver_1', secret, '', null],
  ['what is stored in place of the token', 'ver_1', secret, parseSecret(secret)!.tokenHash, null],
  ['the code in place of the token', 'ver_1', secret, code, null],
  ['the token of another verification', 'ver_2', other.secret, linkToken, null],
  ['the token after the secret was used', 'ver_1', null, linkToken, null],
  ['the token against a secret of another kind', 'ver_1', 'abc', linkToken, null],
])('%s', (_, verificationId, known, token, expected) => {
  expect(revealCode(ports, verificationId, known, token)).toBe(expected)
})

it('recomputes every code that was sent', () => {
  for (let round = 0; round < 500; round++) {
    const verificationId = `ver_${round}`
    const prepared = issue(ports, { ...subject, verificationId })
    expect(revealCode(ports, verificationId, prepared.secret, prepared.told!.linkToken)).toBe(prepared.told!.code)
  }
})

it('shows the code that was sent, also after the secrets key was changed', () => {
  const fill = (byte: number) => new Uint8Array(32).fill(byte)
  const before = {
    random: (length: number) => new Uint8Array(length).fill(3),
    hmac: hmacSha256,
    sha256,
    equal: constantTimeEqual,
    pepper: fill(7),
  }
  const sent = issue(before, {
    verificationId: 'ver_9',
    target: email('ada@example.com'),
    identifications: [],
    credentials: [],
    enabled: [],
    test: false,
    located: null,
  })
  const { code, linkToken } = sent.told!
  const after = { ...before, pepper: fill(8), otherPeppers: [fill(9), fill(7)] }
  expect(revealCode(after, 'ver_9', sent.secret, linkToken)).toBe(code)
  expect(revealCode({ ...after, otherPeppers: [fill(9)] }, 'ver_9', sent.secret, linkToken)).not.toBe(code)
})
