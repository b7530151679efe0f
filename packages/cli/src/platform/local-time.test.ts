import { expect, test } from 'vitest'
import { localTime } from './local-time.ts'

test.each([
  ['UTC', '2026-03-29 00:59:59 UTC'],
  ['Europe/Berlin', '2026-03-29 01:59:59 UTC+01:00'],
  ['America/St_Johns', '2026-03-28 22:29:59 UTC-02:30'],
])('is the date and time in %s', (zone, text) => {
  expect(localTime(Date.UTC(2026, 2, 29, 0, 59, 59), zone)).toBe(text)
})

test('midnight begins a day', () => {
  expect(localTime(Date.UTC(2026, 0, 1), 'UTC')).toBe('2026-01-01 00:00:00 UTC')
})

test('is the time of this machine without a zone', () => {
  const at = new Date(2026, 5, 1, 12, 30, 5)
  expect(localTime(at.getTime())).toMatch(/^2026-06-01 12:30:05 UTC/)
})

test.each([undefined, Number.NaN])('%s is not a moment', (at) => {
  expect(() => localTime(at as number)).toThrow(RangeError)
})
