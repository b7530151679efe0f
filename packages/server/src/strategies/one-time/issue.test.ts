import { describe, expect, it } from 'vitest'
import type { OfferedIdentification } from '../../domain/offer.ts'
import { email } from '../../domain/testing/email.ts'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import type { Subject } from '../strategy.ts'
import { issue, offersByIdentifier, revealCode, TEST_CODE } from './issue.ts'
import { deriveCode, macOfCode, parseSecret } from './secret.ts'

describe('issue', () => {
  const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
  const target = email('ada@example.com')
  const subject: Subject = {
    verificationId: 'ver_1',
    target,
    identifications: [],
    credentials: [],
    enabled: [],
    test: false,
    located: null,
  }

  describe('issue', () => {
    it('mints a token of 256 bits and tells the code that belongs to it', () => {
      const fixed = { ...ports, random: (length: number) => new Uint8Array(length).fill(255) }
      const token = Buffer.alloc(32, 255).toString('base64url')
      const code = deriveCode(ports, 'ver_1', token)
      expect(issue(fixed, subject)).toStrictEqual({
        secret: `${sha256(token)}.${macOfCode(ports, 'ver_1', code)}`,
        told: { type: 'delivery', code, linkToken: token },
      })
    })

    it('never mints the same twice, so that a resend kills what went before', () => {
      const all = Array.from({ length: 500 }, () => issue(ports, subject))
      expect(new Set(all.map(({ told }) => told!.linkToken)).size).toBe(500)
      expect(new Set(all.map(({ secret }) => secret)).size).toBe(500)
      expect(new Set(all.map(({ told }) => told!.code)).size).toBeGreaterThan(490)
    })

    it('gives a test address the fixed code, and tells nobody anything', () => {
      const { secret, told } = issue(ports, { ...subject, test: true })
      expect(TEST_CODE).toBe('424242')
      expect(told).toBeNull()
      expect(parseSecret(secret)!.codeMac).toBe(macOfCode(ports, 'ver_1', TEST_CODE))
    })

    it('remembers a test address in the shape of any other', () => {
      expect(issue(ports, { ...subject, test: true }).secret).toMatch(/^[\w-]{43}\.[\w-]{43}$/)
      expect(issue(ports, subject).secret).toMatch(/^[\w-]{43}\.[\w-]{43}$/)
    })

    it('looks at nothing but `test` to choose the code, however the address reads', () => {
      const fixed = { ...ports, random: (length: number) => new Uint8Array(length).fill(255) }
      expect(issue(fixed, { ...subject, target: email('ada+clerk_test@example.com') }).told).toEqual(issue(fixed, subject).told)
    })
  })
})

describe('reveal', () => {
  const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
  const target = email('ada@example.com')
  const subject: Subject = {
    verificationId: 'ver_1',
    target,
    identifications: [],
    credentials: [],
    enabled: [],
    test: false,
    located: null,
  }
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
})

describe('offers', () => {
  const address = (id: string, primary: boolean): OfferedIdentification => {
    return { id, type: 'email_address', value: `${id}@example.com`, primary }
  }
  const [first, second, third] = [address('one', false), address('two', true), address('three', false)]
  const subject = (enabled: Subject['enabled'], ...identifications: readonly OfferedIdentification[]): Subject => {
    return { verificationId: 'ver_1', target: null, identifications, credentials: [], enabled, test: false, located: null }
  }

  it.each([
    ['a user without address', subject(['email_code']), []],
    ['one address', subject(['email_code'], first), [first]],
    ['several addresses, the primary one first', subject(['email_code', 'email_link'], first, second, third), [second, first, third]],
    ['an instance that turned the strategy off', subject(['email_link'], first, second), []],
    ['an instance that turned everything off', subject([], first), []],
  ])('%s', (_, whom, expected) => {
    expect(offersByIdentifier('email_code', whom)).toStrictEqual(
      expected.map((identification) => ({ strategy: 'email_code', identification })),
    )
  })

  it('goes by the name it is asked for', () => {
    expect(offersByIdentifier('email_link', subject(['email_link'], first))).toStrictEqual([
      { strategy: 'email_link', identification: first },
    ])
  })
})
