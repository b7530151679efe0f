import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../platform/random.ts'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import { deriveCode } from './derive-code.ts'

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
