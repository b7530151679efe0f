import { describe, expect, it } from 'vitest'
import { formatId } from './ids.ts'

const zeros = new Uint8Array(16)
const ones = new Uint8Array(16).fill(255)

describe('formatId', () => {
  it('is the prefix and 27 base62 characters', () => {
    expect(formatId('user', 1_800_000_000_000, ones)).toMatch(/^user_[0-9A-Za-z]{27}$/)
  })
  it('keeps every random bit', () => {
    const a = new Uint8Array(16)
    const seen = new Set<string>()
    for (let bit = 0; bit < 128; bit++) {
      a.fill(0)
      a[bit >> 3] = 1 << (bit & 7)
      seen.add(formatId('session', 1_800_000_000_000, a))
    }
    expect(seen.size).toBe(128)
  })
  it('sorts by time', () => {
    expect(formatId('user', 1_800_000_000_000, ones) < formatId('user', 1_800_000_001_000, zeros)).toBe(true)
  })
})
