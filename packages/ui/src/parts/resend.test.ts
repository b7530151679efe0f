import { expect, it } from 'vitest'
import { cooldown } from './resend.tsx'

const now = 1_000_000

it.each([
  ['nobody knows when', { sentAt: null, expiresAt: null }, 0],
  ['just now', { sentAt: now, expiresAt: null }, 30],
  ['half a second ago', { sentAt: now - 500, expiresAt: null }, 30],
  ['29.5 s ago', { sentAt: now - 29_500, expiresAt: null }, 1],
  ['30 s ago', { sentAt: now - 30_000, expiresAt: null }, 0],
  ['long ago', { sentAt: 0, expiresAt: null }, 0],
  ['10 s ago, by another page', { sentAt: null, expiresAt: now - 10_000 + 600_000 }, 20],
  ['a clock that is behind', { sentAt: null, expiresAt: now + 9_000_000 }, 30],
  ['this page knows better', { sentAt: now - 25_000, expiresAt: now + 600_000 }, 5],
])('%s', (_, of, seconds) => {
  expect(cooldown({ ...of, now })).toBe(seconds)
})
