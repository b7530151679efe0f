import { expect, it } from 'vitest'
import { digitsOf } from './digits.ts'

it.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['1 2 3 4 5 6', '123456'],
  ['Your code is 123456', '123456'],
  ['Northwind 2026: your code is 123 456. It is good for 10 minutes.', '123456'],
  ['12a3', '123'],
  ['', ''],
  ['abc', ''],
  ['12345678', '123456'],
  ['\u00a0123\u00a0456 ', '123456'],
])('%j is %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits)
})
