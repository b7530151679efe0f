import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { deriveCode, formatSecret, macOfCode, parseCode, parseSecret } from './secret.ts'

describe('secret', () => {
  const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }

  describe('macOfCode', () => {
    const mac = macOfCode(ports, 'ver_1', '123456')

    it('is 256 bits in text, with nothing that would split a secret', () => expect(mac).toMatch(/^[\w-]{43}$/))

    it.each([
      ['verification', ports, 'ver_2', '123456'],
      ['code', ports, 'ver_1', '123457'],
      // So that a stolen database gives no codes away.
      ['secrets key', { ...ports, pepper: new Uint8Array(32) }, 'ver_1', '123456'],
      ['cut between verification and code', ports, 'ver_11', '23456'],
    ])('is another one for another %s', (_, otherPorts, verificationId, code) => {
      expect(macOfCode(otherPorts, verificationId, code)).not.toBe(mac)
    })

    it('is no plain hash', () => {
      expect([sha256('123456'), sha256('stored\nver_1\n123456'), sha256('ver_1\n123456')]).not.toContain(mac)
    })
  })

  describe('parseSecret', () => {
    it('is the inverse of formatSecret', () => {
      const secret = { tokenHash: sha256('token'), codeMac: macOfCode(ports, 'ver_1', '123456') }
      expect(formatSecret(secret)).toBe(`${secret.tokenHash}.${secret.codeMac}`)
      expect(parseSecret(formatSecret(secret))).toStrictEqual(secret)
    })

    it.each([
      ['gone', null],
      ['empty', ''],
      ['a dot', '.'],
      ['without the second part', 'abc'],
      ['with an empty second part', 'abc.'],
      ['with an empty first part', '.abc'],
      ['with a third part', 'abc.def.ghi'],
      ['with an empty third part', 'abc.def.'],
    ])('takes none that is %s', (_, text) => expect(parseSecret(text)).toBeNull())
  })
})

describe('derive code', () => {
  const pepper = new Uint8Array(32).fill(7)
  const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper }
  const token = (seed: number) => sha256(`token ${seed}`)

  describe('deriveCode', () => {
    it('is the published construction, so that two versions side by side agree', () => {
      const mac = createHmac('sha256', pepper)
        .update(`code\nver_1\n${token(1)}`)
        .digest('hex')
      expect(deriveCode(ports, 'ver_1', token(1))).toBe(String(BigInt(`0x${mac.slice(0, 16)}`) % 1_000_000n).padStart(6, '0'))
    })

    it('reads a MAC that is a window of a longer buffer', () => {
      const offset = { ...ports, hmac: (key: Uint8Array, text: string) => new Uint8Array([1, 2, 3, ...hmacSha256(key, text)]).subarray(3) }
      expect(deriveCode(offset, 'ver_1', token(1))).toBe(deriveCode(ports, 'ver_1', token(1)))
    })

    it.each([
      ['verification', ports, 'ver_2', token(1)],
      ['token', ports, 'ver_1', token(2)],
      ['deployment', { ...ports, pepper: new Uint8Array(32).fill(8) }, 'ver_1', token(1)],
    ])('is another one for another %s', (_, otherPorts, verificationId, otherToken) => {
      expect(deriveCode(otherPorts, verificationId, otherToken)).not.toBe(deriveCode(ports, 'ver_1', token(1)))
    })
  })

  describe('20,000 codes', () => {
    const codes = Array.from({ length: 20_000 }, (_, seed) => deriveCode(ports, `ver_${seed % 7}`, token(seed)))

    const step = (from: string, to: string) => (10 + Number(to[0]) - Number(from[0])) % 10

    it('have six digits each', () => expect(codes.filter((code) => !/^[0-9]{6}$/.test(code))).toEqual([]))

    it.each([
      // Pearson's chi squared; the bound is the value exceeded with a chance of 1 in 1000. The codes are always the same ones.
      ['first digit', 10, 27.88, (code: string) => Number(code[0])],
      ['second digit', 10, 27.88, (code: string) => Number(code[1])],
      ['third digit', 10, 27.88, (code: string) => Number(code[2])],
      ['fourth digit', 10, 27.88, (code: string) => Number(code[3])],
      ['fifth digit', 10, 27.88, (code: string) => Number(code[4])],
      ['sixth digit', 10, 27.88, (code: string) => Number(code[5])],
      ['first two digits', 100, 148.23, (code: string) => Number(code.slice(0, 2))],
      ['last two digits', 100, 148.23, (code: string) => Number(code.slice(4))],
      ['first digit beside the last', 100, 148.23, (code: string) => Number(code[0]! + code[5]!)],
      ['first digit, seen from the code before', 10, 27.88, (code: string, index: number) => step(codes.at(index - 1)!, code)],
    ])('are uniform in the %s', (_, bins, bound, bin) => {
      const counts = Array.from({ length: bins }, () => 0)
      for (const [index, code] of codes.entries()) counts[bin(code, index)]! += 1
      const mean = codes.length / bins
      expect(counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)).toBeLessThan(bound)
    })

    it('are as many different ones as chance makes', () => {
      // A million boxes and 20,000 balls leave 19,801 boxes hit, give or take 14.
      expect(Math.abs(new Set(codes).size - 19_801)).toBeLessThan(60)
    })
  })
})

describe('parse code', () => {
  it.each([
    ['123456', '123456'],
    ['000000', '000000'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    [' 123456 ', '123456'],
    ['    123456    ', '123456'],
    ['\t123456\n', '123456'],
    ['     123456     ', '123456'],
    ['12 3456', '123456'],
    ['1 2 3 4 5 6', '123456'],
    ['123\u2013456', '123456'],
    ['123\u200b456', '123456'],
    ['\u200e123\u00a0456\u200e', '123456'],
    ['\uff11\uff12\uff13\uff14\uff15\uff16', '123456'],
    ['\uff11\uff12\uff13\uff0d\uff14\uff15\uff16', '123456'],
    ['\u0661\u0662\u0663\u0664\u0665\u0666', '123456'],
    ['\u0967\u0968\u0969 \u096a\u096b\u096c', '123456'],
    ['\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}\u{1d7d3}\u{1d7d4}', '123456'],
    ['Your code is 123 456', '123456'],
    ['Northwind 2026: your code is 123 456. It expires in 10 minutes.', '123456'],
  ])('reads %j as %s', (given, code) => expect(parseCode(given)).toBe(code))

  it.each([
    ['too few digits', '12345'],
    ['too many digits', '1234567'],
    ['no digit', 'abcdef'],
    ['one letter', '12345a'],
    ['a letter for a zero', '12345O'],
    ['a sign', '+12345'],
    ['a fraction', '1234.6'],
    ['an exponent', '1e5000'],
    ['hexadecimal', '0x1234'],
    ['two spaces', '123  456'],
    ['two codes', '123456 654321'],
    ['two codes in a sentence', 'It is 123456 or 654321.'],
    ['five fullwidth digits', '\uff11\uff12\uff13\uff14\uff15'],
    ['seven digits of two scripts', '\u0661\u0662\u0663456\u0667'],
    ['a long text with a code', `${'a'.repeat(200)} 123456`],
    ['two lines', '123456\n654321'],
    ['a NUL after', '123456\u0000'],
    ['a NUL before', '\u0000123456'],
    ['half a surrogate', '12345\ud800'],
    ['nothing', ''],
    ['blanks', '  '],
    ['a million digits', '1'.repeat(1e6)],
    ['a million blanks', ' '.repeat(1e6)],
    ['a number', 123456],
    ['a big number', 123456n],
    ['a list', ['123456']],
    ['digits in a list', [1, 2, 3, 4, 5, 6]],
    ['an object', { $ne: 1 }],
    ['an object that says it is the code', { toString: () => '123456' }],
    ['a boxed string', Object('123456')],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
  ])('takes no %s', (_, given) => expect(parseCode(given)).toBeNull())

  it('reads 200 characters at most', () => {
    expect(parseCode(`${' '.repeat(194)}123456`)).toBe('123456')
    expect(parseCode(`${' '.repeat(195)}123456`)).toBeNull()
  })
})
