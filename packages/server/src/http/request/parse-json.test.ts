import { expect, test } from 'vitest'
import { busyMs } from '../../../../../tools/testing/busy-ms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseJson } from './parse-json.ts'

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":${i}`).join(',')}}`

test.each([
  ['{}', {}],
  [' {"a" : [1, true, null, "x", {"a": -0.5e-3}]} ', { a: [1, true, null, 'x', { a: -0.0005 }] }],
  ['{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":2}]}', { a: { x: 1 }, b: { x: 1 }, c: [{ x: 1 }, { x: 2 }] }],
  ['{"a":"a","b":"a"}', { a: 'a', b: 'a' }],
  [String.raw`{"quote\"d":"\\u0000 is text, \" too, \ud83d\ude00"}`, { 'quote"d': '\\u0000 is text, " too, 😀' }],
  ['{"a":true,"b":false,"c":1e5,"d":[1E-7,-2.5]}', { a: true, b: false, c: 1e5, d: [1e-7, -2.5] }],
  [nested(20), JSON.parse(nested(20))],
  [keys(1000), JSON.parse(keys(1000))],
])('%.60s is read', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test.each([
  ['', 'nothing'],
  ['[]', 'a list'],
  ['"a"', 'a text'],
  ['null', 'null'],
  ['{"a":1', 'cut off'],
  ['{"a":1,}', 'a comma too many'],
  ["{'a':1}", 'single quotes'],
  ['{"a":1}{"a":1}', 'two values'],
  ['{"a":NaN}', 'not a number'],
  ['{"a":1,"a":1}', 'a key twice'],
  [String.raw`{"a":1,"\u0061":2}`, 'a key twice, spelled differently'],
  ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', 'a key twice, deep down'],
  ['{"__proto__":{"admin":true}}', 'a prototype'],
  [String.raw`{"a":{"\u005f_proto__":1}}`, 'a prototype, spelled differently'],
  [String.raw`{"a":"\u0000"}`, 'NUL'],
  [String.raw`{"\u0000":1}`, 'NUL in a key'],
  [String.raw`{"a":"\ud800"}`, 'half a character'],
  ['{"a":1e400}', 'a number without end'],
  ['{"a":-1e999}', 'a negative one'],
  [`{"a":[1,${'9'.repeat(400)}]}`, 'one of many digits'],
  [nested(21), '21 levels'],
  [`{"a":${'['.repeat(20)}${']'.repeat(20)}}`, '21 levels of lists'],
  [`${'['.repeat(100_000)}`, 'very many levels'],
  [keys(1001), 'too many keys'],
])('%.40s is refused: %s', (text) => {
  expect(() => parseJson(text)).toThrow(new Refusal('request_body_invalid'))
})

test.each([
  ['many quotes', `{"a":[${'"",'.repeat(80_000)}""]}`],
  ['many escapes', JSON.stringify({ a: '\n"'.repeat(60_000) })],
  ['many digits', `{"a":${'1'.repeat(250_000)}`],
  ['many exponents', `{"a":${'1e'.repeat(125_000)}`],
  ['many levels', '['.repeat(250_000)],
])('%s are not much work', (_, text) => {
  const parse = () => {
    try {
      parseJson(text)
    } catch {}
  }
  expect(busyMs(parse)).toBeLessThan(100)
})
