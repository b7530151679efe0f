import { expect, it } from 'vitest'
import { digitsOf } from './digits.ts'

it.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['1 2 3 4 5 6', '123456'],
  ['Your code is 123456', '123456'],
  ['Northwind 2026: your code is 123 456. It expires in 10 minutes.', '123456'],
  ['12a3', '123'],
  ['', ''],
  ['abc', ''],
  ['12345678', '123456'],
  ['\uff11\uff12\uff13\uff0d\uff14\uff15\uff16', '123456'],
  ['\u0661\u0662\u0663\u0664\u0665\u0666', '123456'],
  ['Der Code lautet \u0967\u0968\u0969 \u096a\u096b\u096c', '123456'],
  ['\u06f1\u06f2', '12'],
  ['123\u2013456', '123456'],
  ['\u200e123\u200b456\u200e', '123456'],
  ['\u00a0123\u00a0456 ', '123456'],
])('%j is %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits)
})
