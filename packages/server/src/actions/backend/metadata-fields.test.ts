import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { mergedMetadata, replacedMetadata } from './metadata-fields.ts'

const of = { publicMetadata: { a: { b: 1, c: 2 }, list: [1, 2] }, privateMetadata: { p: 1 }, unsafeMetadata: {} }

it.each([
  [{}, {}],
  [{ public_metadata: { a: { b: null }, list: [3] } }, { publicMetadata: { a: { c: 2 }, list: [3] } }],
  [{ public_metadata: null }, { publicMetadata: of.publicMetadata }],
  [
    { private_metadata: { q: {} }, unsafe_metadata: { u: 0 } },
    { privateMetadata: { p: 1, q: {} }, unsafeMetadata: { u: 0 } },
  ],
])('merges %j', (request, expected) => {
  expect(mergedMetadata(of, request)).toEqual(expected)
})

it.each([
  [{}, {}],
  [{ public_metadata: { a: { b: null } } }, { publicMetadata: { a: { b: null } } }],
  [
    { public_metadata: null, private_metadata: {} },
    { publicMetadata: {}, privateMetadata: {} },
  ],
])('replaces by %j', (request, expected) => {
  expect(replacedMetadata(request)).toEqual(expected)
})

it.each([[[1]], [7], ['text'], [{ a: 'x'.repeat(9000) }], [JSON.parse('{"constructor":{"a":1}}')]])('takes no %j', (given) => {
  const refusal = new Refusal('form_param_format_invalid', { param: 'unsafe_metadata' })
  expect(() => replacedMetadata({ unsafe_metadata: given })).toThrow(refusal)
  expect(() => mergedMetadata(of, { unsafe_metadata: given })).toThrow(refusal)
})

it('holds what results of a merge to the same limit', () => {
  const full = { ...of, publicMetadata: { a: 'x'.repeat(8000) } }
  expect(() => mergedMetadata(full, { public_metadata: { b: 'x'.repeat(300) } })).toThrow(Refusal)
  expect(mergedMetadata(full, { public_metadata: { a: null, b: 'x' } })).toEqual({ publicMetadata: { b: 'x' } })
})
