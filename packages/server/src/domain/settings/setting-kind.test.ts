import { expect, it } from 'vitest'
import { choices, durationOf, durationText, origins, spoken, url } from './setting-kind.ts'

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

it.each([
  ['30m', 1_800_000, '30m'],
  ['90m', 5_400_000, '90m'],
  ['60m', 3_600_000, '1h'],
  ['12h', 43_200_000, '12h'],
  ['48h', 172_800_000, '2d'],
  ['7d', 604_800_000, '7d'],
])('%s is %d ms, written %s', (text, ms, written) => {
  expect(durationOf(text)).toBe(ms)
  expect(durationText(ms)).toBe(written)
})

it.each(['', '7', 'd', '7 d', '-7d', '1.5h', '7D', '7d7h', '10s', '9999999d'])('%j is no duration', (text) => {
  expect(durationOf(text)).toBe(null)
})

it('writes what is no whole number of minutes to the nearest one, and nothing for none', () => {
  expect(durationText(90_000)).toBe('2m')
  expect(durationText(null)).toBe(null)
})
