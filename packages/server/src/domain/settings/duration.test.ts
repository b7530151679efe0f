import { expect, it } from 'vitest'
import { durationOf, durationText } from './duration.ts'

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
