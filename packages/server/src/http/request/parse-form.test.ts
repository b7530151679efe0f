import { expect, test } from 'vitest'
import { parseForm } from './parse-form.ts'

test('fields are texts, decoded', () => {
  expect({ ...parseForm('a=1&b=x+y%26z&c=&d=%F0%9F%98%80') }).toEqual({ a: '1', b: 'x y&z', c: '', d: '😀' })
})

test.each([
  ['a=1&a=2', 'form_param_duplicate'],
  ['code=1&co%64e=2', 'form_param_duplicate'],
  ['toString=1&toString=1', 'form_param_duplicate'],
  ['a=%00', 'request_body_invalid'],
  ['%00=1', 'request_body_invalid'],
  ['a=%ff', 'request_body_invalid'],
  ['%C0%AF=1', 'request_body_invalid'],
  ['a=%&b=%zz&c=%E2%82', 'request_body_invalid'],
  ['__proto__=1', 'request_body_invalid'],
  [Array.from({ length: 1001 }, (_, i) => `k${i}=`).join('&'), 'request_body_invalid'],
])('%.30s is refused with %s', (text, code) => {
  expect(() => parseForm(text)).toThrow(code)
})

test('a percent sign that begins no escape stands for itself', () => {
  expect({ ...parseForm('a=100%&b=%zz&c=%25&d=%E2%82%AC%') }).toEqual({ a: '100%', b: '%zz', c: '%', d: '€%' })
})

test('a field named like something every object has is one field', () => {
  expect(parseForm('toString=1').toString).toBe('1')
})

test('a duplicate names its field', () => {
  expect(() => parseForm('code=1&code=2')).toThrow(expect.objectContaining({ detail: { param: 'code' } }))
})
