import { describe, expect, it } from 'vitest'
import { isMetadata, mergeMetadata } from './metadata.ts'

const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)
/** The text, and eight bytes around it. */
const around = (text: string) => ({ a: text })

describe('isMetadata', () => {
  it.each([[{}], [{ a: 1, b: { c: [1, 'two', null] } }], [{ a: undefined }], [nested(11)], [around('x'.repeat(8184))]])(
    'takes %j',
    (value) => expect(isMetadata(value)).toBe(true),
  )
  it.each([
    [null],
    [[]],
    ['{}'],
    [1],
    [JSON.parse('{"__proto__":{"polluted":true}}')],
    [{ constructor: { prototype: { polluted: true } } }],
    [{ a: '\u0000' }],
    [{ a: Infinity }],
    [{ a: [-Infinity] }],
    [{ a: NaN }],
    [nested(12)],
    [around('x'.repeat(8185))],
    [around('\u00fc'.repeat(4093))],
    [{ a: [{ b: '\u0000' }] }],
    [{ a: '\ud800' }],
    [{ '\u0000': 1 }],
    [{ a: 'x'.repeat(9000) }],
    [JSON.parse('{"a":'.repeat(30) + '1' + '}'.repeat(30))],
  ])('refuses %j', (value) => expect(isMetadata(value)).toBe(false))
})

describe('mergeMetadata', () => {
  it('merges deeply and removes by null', () => {
    const patch = { a: { b: null, e: 4 }, d: [5], f: { g: null } }
    expect(mergeMetadata({ a: { b: 1, c: 2 }, d: 3 }, patch)).toEqual({ a: { c: 2, e: 4 }, d: [5], f: {} })
  })
  it.each([
    ['a text', 'text'],
    ['a list', [1, 2]],
    ['nothing', undefined],
    ['null', null],
  ])('puts an object in the place of %s', (_, old) => {
    expect(mergeMetadata({ a: old }, { a: { b: 1 } })).toStrictEqual({ a: { b: 1 } })
  })
  it('leaves its input alone', () => {
    const target = { a: { b: 1 } }
    mergeMetadata(target, { a: { b: 2 } })
    expect(target).toEqual({ a: { b: 1 } })
  })
})
