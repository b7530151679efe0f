import { expect, it } from 'vitest'
import { formatTime } from './format-time.ts'

it.each([
  [Date.UTC(2027, 2, 5, 8, 5, 59), '5 March 2027, 08:05 UTC'],
  [Date.UTC(2026, 11, 31, 23, 59), '31 December 2026, 23:59 UTC'],
  [Date.UTC(2027, 0, 1, 0, 0), '1 January 2027, 00:00 UTC'],
])('%d: %s', (at, text) => {
  expect(formatTime(at)).toBe(text)
})
