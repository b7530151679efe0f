import { expect, it } from 'vitest'
import { spokenTime } from './devices-section.tsx'

const minute = 60_000

it.each([
  [0, 'now'],
  [-minute, 'now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [24 * 60 * minute, 'yesterday'],
  [45 * 24 * 60 * minute, 'last month'],
  [800 * 24 * 60 * minute, '2 years ago'],
])('%d ms ago is %s', (passed, words) => {
  expect(spokenTime(0, passed)).toBe(words)
})
