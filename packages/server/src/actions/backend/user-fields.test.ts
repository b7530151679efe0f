import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { externalIdField, localeField, mergedMetadata, nameField, replacedMetadata, timeField } from './user-fields.ts'

const codeOf = (work: () => unknown) => {
  try {
    return { value: work() }
  } catch (error) {
    return { code: (error as Refusal).code, param: (error as Refusal).detail.param }
  }
}

it.each([
  [null, { value: null }],
  ['  ', { value: null }],
  [' Ada ', { value: 'Ada' }],
  ['a\u202eb', { code: 'form_param_format_invalid', param: 'first_name' }],
])('the name %j', (given, expected) => {
  expect(codeOf(() => nameField(given, 'first_name'))).toEqual(expected)
})

it.each([
  [null, { value: null }],
  ['', { value: null }],
  [' kept as it is ', { value: ' kept as it is ' }],
  ['x'.repeat(256), { value: 'x'.repeat(256) }],
  ['x'.repeat(257), { code: 'form_param_max_length_exceeded', param: 'external_id' }],
  ['a\nb', { code: 'form_param_format_invalid', param: 'external_id' }],
  ['a\ud800', { code: 'form_param_format_invalid', param: 'external_id' }],
])('the external id %j', (given, expected) => {
  expect(codeOf(() => externalIdField(given))).toEqual(expected)
})

it.each([
  [null, { value: null }],
  ['', { value: null }],
  ['de', { value: 'de' }],
  ['zh-Hans-CN', { value: 'zh-Hans-CN' }],
  ['en_US', { code: 'form_param_format_invalid', param: 'locale' }],
  ['d', { code: 'form_param_format_invalid', param: 'locale' }],
])('the locale %j', (given, expected) => {
  expect(codeOf(() => localeField(given))).toEqual(expected)
})

it.each([
  ['2012-10-20T07:15:20.902Z', { value: 1_350_717_320_902 }],
  ['2012-10-20T09:15:20+02:00', { value: 1_350_717_320_000 }],
  ['1970-01-01T00:00:00Z', { value: 0 }],
  ['1969-12-31T23:59:59Z', { code: 'form_param_invalid_time', param: 'created_at' }],
  ['2012-13-20T07:15:20Z', { code: 'form_param_invalid_time', param: 'created_at' }],
  ['2012-10-20', { code: 'form_param_invalid_time', param: 'created_at' }],
  ['2012-10-20T07:15:20', { code: 'form_param_invalid_time', param: 'created_at' }],
  ['20 October 2012', { code: 'form_param_invalid_time', param: 'created_at' }],
  ['1350717320', { code: 'form_param_invalid_time', param: 'created_at' }],
])('the time %s', (given, expected) => {
  expect(codeOf(() => timeField(given, 'created_at'))).toEqual(expected)
})

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
