import { expect, it } from 'vitest'
import { spokenTime } from './spoken-time.ts'

it.each([
  [Date.UTC(2027, 2, 5, 8, 5, 59), '<time datetime="2027-03-05T08:05:59.000Z">5 March 2027, 08:05 UTC</time>'],
  [Date.UTC(2026, 11, 31, 23, 59), '<time datetime="2026-12-31T23:59:00.000Z">31 December 2026, 23:59 UTC</time>'],
])('%d is %s', (at, text) => {
  expect(spokenTime(at).text).toBe(text)
})
