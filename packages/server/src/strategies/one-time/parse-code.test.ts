import { expect, it } from 'vitest'
import { parseCode } from './parse-code.ts'

it.each([
  ['123456', '123456'],
  ['000000', '000000'],
  ['123 456', '123456'],
  ['123-456', '123456'],
  [' 123456 ', '123456'],
  ['    123456    ', '123456'],
  ['\t123456\n', '123456'],
  ['     123456     ', '123456'],
  ['12 3456', '123456'],
  ['1 2 3 4 5 6', '123456'],
  ['123\u2013456', '123456'],
  ['123\u200b456', '123456'],
  ['\u200e123\u00a0456\u200e', '123456'],
  ['\uff11\uff12\uff13\uff14\uff15\uff16', '123456'],
  ['\uff11\uff12\uff13\uff0d\uff14\uff15\uff16', '123456'],
  ['\u0661\u0662\u0663\u0664\u0665\u0666', '123456'],
  ['\u0967\u0968\u0969 \u096a\u096b\u096c', '123456'],
  ['\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}\u{1d7d3}\u{1d7d4}', '123456'],
  ['Your code is 123 456', '123456'],
  ['Northwind 2026: your code is 123 456. It expires in 10 minutes.', '123456'],
])('reads %j as %s', (given, code) => expect(parseCode(given)).toBe(code))

it.each([
  ['too few digits', '12345'],
  ['too many digits', '1234567'],
  ['no digit', 'abcdef'],
  ['one letter', '12345a'],
  ['a letter for a zero', '12345O'],
  ['a sign', '+12345'],
  ['a fraction', '1234.6'],
  ['an exponent', '1e5000'],
  ['hexadecimal', '0x1234'],
  ['two spaces', '123  456'],
  ['two codes', '123456 654321'],
  ['two codes in a sentence', 'It is 123456 or 654321.'],
  ['five fullwidth digits', '\uff11\uff12\uff13\uff14\uff15'],
  ['seven digits of two scripts', '\u0661\u0662\u0663456\u0667'],
  ['a long text with a code', `${'a'.repeat(200)} 123456`],
  ['two lines', '123456\n654321'],
  ['a NUL after', '123456\u0000'],
  ['a NUL before', '\u0000123456'],
  ['half a surrogate', '12345\ud800'],
  ['nothing', ''],
  ['blanks', '  '],
  ['a million digits', '1'.repeat(1e6)],
  ['a million blanks', ' '.repeat(1e6)],
  ['a number', 123456],
  ['a big number', 123456n],
  ['a list', ['123456']],
  ['digits in a list', [1, 2, 3, 4, 5, 6]],
  ['an object', { $ne: 1 }],
  ['an object that says it is the code', { toString: () => '123456' }],
  ['a boxed string', Object('123456')],
  ['true', true],
  ['null', null],
  ['undefined', undefined],
])('takes no %s', (_, given) => expect(parseCode(given)).toBeNull())

it('reads 200 characters at most', () => {
  expect(parseCode(`${' '.repeat(194)}123456`)).toBe('123456')
  expect(parseCode(`${' '.repeat(195)}123456`)).toBeNull()
})
