import { email } from '../../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../platform/random.ts'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import type { Subject } from '../strategy.ts'
import { deriveCode } from './derive-code.ts'
import { issue, TEST_CODE } from './issue.ts'
import { macOfCode, parseSecret } from './secret.ts'

const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const target = email('ada@example.com')
const subject: Subject = { verificationId: 'ver_1', target, identifications: [], credentials: [], enabled: [], test: false, located: null }

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
