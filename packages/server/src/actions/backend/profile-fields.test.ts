import { expect, it } from 'vitest'
import type { Refusal } from '../../domain/refusal.ts'
import { externalIdField, localeField, nameField, timeField } from './profile-fields.ts'

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
