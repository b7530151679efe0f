import { expect, test } from 'vitest'
import { z } from 'zod'
import { clearable, flag, metadata, moot, parseFields, text, unkept } from './parse-fields.ts'

const fields = z.object({ text, flag, clearable, metadata, unkept, moot })

test.each([
  [{}, {}],
  [{ text: 'a', other: 1 }, { text: 'a' }],
  [{ text: '', flag: '', metadata: '' }, {}],
  [{ flag: 'true' }, { flag: true }],
  [{ flag: false }, { flag: false }],
  [{ clearable: '' }, { clearable: '' }],
  [{ clearable: null }, { clearable: null }],
  [{ metadata: '{"a":1}' }, { metadata: '{"a":1}' }],
  [{ metadata: { a: 1 } }, { metadata: { a: 1 } }],
  [{ moot: true }, { moot: true }],
])('%j is read as %j', (body, expected) => {
  expect(parseFields(fields, body)).toEqual(expected)
})

test.each([
  [{ text: 1 }, 'text', 'form_param_type_invalid'],
  [{ text: null }, 'text', 'form_param_type_invalid'],
  [{ text: ['a'] }, 'text', 'form_param_type_invalid'],
  [{ text: 'x'.repeat(10_001) }, 'text', 'form_param_format_invalid'],
  [{ flag: 'yes' }, 'flag', 'form_param_type_invalid'],
  [{ flag: 1 }, 'flag', 'form_param_type_invalid'],
  [{ clearable: {} }, 'clearable', 'form_param_type_invalid'],
  [{ moot: 'yes' }, 'moot', 'form_param_type_invalid'],
  [{ unkept: 'ada' }, 'unkept', 'form_param_unknown'],
  [{ unkept: ['+1'] }, 'unkept', 'form_param_unknown'],
  [{ unkept: 0 }, 'unkept', 'form_param_unknown'],
  [{ unkept: true }, 'unkept', 'form_param_unknown'],
  [{ unkept: {} }, 'unkept', 'form_param_unknown'],
])('%.40j is refused at %s with %s', (body, param, code) => {
  expect(() => parseFields(fields, body)).toThrow(expect.objectContaining({ code, detail: { param } }))
})

test.each([[{}], [{ unkept: null }], [{ unkept: '' }], [{ unkept: [] }], [{ unkept: false }]])('%j asks for nothing', (body) => {
  expect(() => parseFields(fields, body)).not.toThrow()
})
