import { expect, it } from 'vitest'
import { choices, origins, spoken, url } from './setting-kind.ts'

it('says what is expected, of one value as of several', () => {
  expect([spoken([], 'or'), spoken(['a'], 'or'), spoken(['a', 'b'], 'or'), spoken(['a', 'b', 'c'], 'and')]).toEqual([
    '',
    'a',
    'a or b',
    'a, b and c',
  ])
  expect(choices(['a']).expected.words).toBe('a')
  expect(choices(['a', 'b']).expected.words).toBe('a or b, or several with commas between them')
})

it('takes an address of up to 2,048 characters', () => {
  const of = (length: number) => 'https://a.test/'.padEnd(length, 'x')
  expect([url.fromJson(of(2_048)), url.fromJson(of(2_049))]).toEqual([of(2_048), undefined])
})

it('takes up to twenty origins, each once', () => {
  const of = (count: number) => Array.from({ length: count }, (_, nth) => `https://s${nth}.test`)
  expect([origins.fromJson(of(20)), origins.fromJson(of(21)), origins.fromJson([...of(2), ...of(1)])]).toEqual([of(20), undefined, of(2)])
})
