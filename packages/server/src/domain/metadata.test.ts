import { describe, expect, it } from 'vitest'
import { isMetadata, mergeMetadata } from './metadata.ts'

describe('isMetadata', () => {
  it.each([[{}], [{ a: 1, b: { c: [1, 'two', null] } }]])('takes %j', (value) => expect(isMetadata(value)).toBe(true))
  it.each([
    [null], [[]], ['{}'], [1], [JSON.parse('{"__proto__":{"polluted":true}}')], [{ constructor: { prototype: { polluted: true } } }], [{ a: '\u0000' }],
    [{ a: '\ud800' }], [{ '\u0000': 1 }], [{ a: 'x'.repeat(9000) }], [JSON.parse('{"a":'.repeat(30) + '1' + '}'.repeat(30))],
  ])('refuses %j', (value) => expect(isMetadata(value)).toBe(false))
})

describe('mergeMetadata', () => {
  it('merges deeply and removes by null', () => {
    expect(mergeMetadata({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: null, e: 4 }, d: [5], f: { g: null } })).toEqual({ a: { c: 2, e: 4 }, d: [5], f: {} })
  })
  it('leaves its input alone', () => {
    const target = { a: { b: 1 } }
    mergeMetadata(target, { a: { b: 2 } })
    expect(target).toEqual({ a: { b: 1 } })
  })
})
