import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha256, sha1Base64, sha256 } from './hash.ts'

describe('sha256', () => {
  it('is the published value, in base64url', () => {
    // FIPS 180-2, appendix B.1
    expect(Buffer.from(sha256('abc'), 'base64url').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('abc')).toMatch(/^[\w-]{43}$/)
  })
})

describe('sha1Base64', () => {
  it("gives the cookie suffix that Clerk's SDKs compute", () => {
    const suffix = sha1Base64('pk_test_Y2xlcmsubG9jYWxob3N0JA').slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')
    expect(suffix).toBe('uosMEFaG')
  })
})

describe('hmacSha256', () => {
  it('is the published value', () => {
    // RFC 4231, test case 1
    const key = new Uint8Array(20).fill(0x0b)
    expect(Buffer.from(hmacSha256(key, 'Hi There')).toString('hex')).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    )
  })
  it.each([0, 15])('refuses a key of %d bytes', (length) => {
    expect(() => hmacSha256(new Uint8Array(length), 'x')).toThrow(RangeError)
  })
})

describe('constantTimeEqual', () => {
  it.each([
    ['', '', true],
    ['424242', '424242', true],
    ['424242', '424243', false],
    ['424242', '42424', false],
    ['a', '', false],
    ['é', 'e\u0301', false],
    ['\u0000', '', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(constantTimeEqual(a, b)).toBe(same)
  })
})
