import { describe, expect, it } from 'vitest'
import { canonicalName } from './name.ts'

describe('canonicalName', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada  ', 'Ada'],
    ['Zoe\u0301', 'Zoé'],
    ["O'Neil-Łukasz 李", "O'Neil-Łukasz 李"],
    ['<b>', '<b>'],
    ['a'.repeat(100), 'a'.repeat(100)],
  ])('%j → %j', (input, expected) => expect(canonicalName(input)).toBe(expected))

  it.each(['', '   ', 'a'.repeat(101), 'a\r\nBcc: x@y.z', 'a\u0000', '\u202Egnirts', 'a\u2066b', '\ud800'])('refuses %j', (input) =>
    expect(canonicalName(input)).toBeNull(),
  )
})
