import { describe, expect, it } from 'vitest'
import { createSystemRandom, systemRandom } from './random.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('createSystemRandom', () => {
  it.each([0, 1, 16, 32, 1024, 1025, 4096, 10_000])('gives %d bytes', (length) => {
    expect(createSystemRandom().bytes(length).length).toBe(length)
  })

  it('never hands out the same bytes twice, across many pools', () => {
    const random = createSystemRandom()
    const seen = new Set<string>()
    for (let i = 0; i < 20_000; i++) seen.add(hex(random.bytes(16)))
    expect(seen.size).toBe(20_000)
  })

  it('gives arrays of their own: writing to one changes no other', () => {
    const random = createSystemRandom()
    const first = random.bytes(16)
    const copy = hex(first)
    const second = random.bytes(16)
    const secondCopy = hex(second)
    first.fill(7)
    expect(hex(second)).toBe(secondCopy)
    expect(first.buffer.byteLength).toBe(16)
    expect(copy).not.toBe(secondCopy)
  })

  it('never hands out wiped bytes', () => {
    const random = createSystemRandom()
    for (let i = 0; i < 2000; i++) expect(hex(random.bytes(48))).not.toMatch(/^0{16}|0{16}$/)
  })

  it('uses all 256 values about equally often', () => {
    const counts = Array.from({ length: 256 }, () => 0)
    for (const byte of systemRandom.bytes(1000)) counts[byte]!++
    for (let i = 0; i < 255; i++) for (const byte of systemRandom.bytes(1000)) counts[byte]!++
    // 1000 expected each, standard deviation 32: eight of them is out of reach by chance.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(256)
  })
})
