import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { flagParam, listParam, numberParam, pageParam, textParam } from './query.ts'

const bad = (param: string) => new Refusal('form_param_value_invalid', { param })

it.each([
  ['', undefined],
  ['a=', undefined],
  ['a=x', 'x'],
  ['a=x&a=y', 'x'],
])('the text in "%s"', (query, expected) => {
  expect(textParam(new URLSearchParams(query), 'a')).toBe(expected)
})

it('no text beyond a thousand characters', () => {
  const tooLong = new Refusal('form_param_max_length_exceeded', { param: 'a' })
  const query = new URLSearchParams({ a: 'x'.repeat(1001) })
  expect(() => textParam(query, 'a')).toThrow(tooLong)
  expect(() => listParam(query, 'a')).toThrow(tooLong)
  expect(textParam(new URLSearchParams({ a: 'x'.repeat(1000) }), 'a')).toHaveLength(1000)
})

it('every value of a repeated parameter but empty ones', () => {
  expect(listParam(new URLSearchParams('a=x&a=&b=z&a=y'), 'a')).toEqual(['x', 'y'])
})

it.each([
  ['', undefined],
  ['a=true', true],
  ['a=false', false],
])('yes or no in "%s"', (query, expected) => {
  expect(flagParam(new URLSearchParams(query), 'a')).toBe(expected)
})

it.each(['1', '0', 'yes', 'TRUE'])('neither yes nor no: %s', (value) => {
  expect(() => flagParam(new URLSearchParams({ a: value }), 'a')).toThrow(bad('a'))
})

it.each([
  ['0', 0],
  ['007', 7],
  [String(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
])('the number %s', (value, expected) => {
  expect(numberParam(new URLSearchParams({ a: value }), 'a')).toBe(expected)
})

it.each(['-1', '1.0', '1e3', '0x10', ' 1', '٣', 'NaN', 'Infinity', '9007199254740992', '99999999999999999'])('no number: %s', (value) => {
  expect(() => numberParam(new URLSearchParams({ a: value }), 'a')).toThrow(bad('a'))
})

it.each([
  ['', { limit: 10, offset: 0 }],
  ['limit=500&offset=7', { limit: 500, offset: 7 }],
  ['limit=1', { limit: 1, offset: 0 }],
])('the page "%s"', (query, expected) => {
  expect(pageParam(new URLSearchParams(query))).toEqual(expected)
})

it.each([
  ['limit=0', 'limit'],
  ['limit=501', 'limit'],
  ['offset=-1', 'offset'],
])('no page: %s', (query, param) => {
  expect(() => pageParam(new URLSearchParams(query))).toThrow(bad(param))
})
