import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../platform/random.ts'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { formatSecret, macOfCode, parseSecret } from './secret.ts'

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
