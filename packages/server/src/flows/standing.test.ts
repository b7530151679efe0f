import { expect, it } from 'vitest'
import { standingRefusal } from './standing.ts'

const now = 1_800_000_000_000
const banned = { ok: false, code: 'user_banned', detail: {} }
const locked = (retryAfter: number) => ({ ok: false, code: 'user_locked', detail: { retryAfter } })

it.each([
  ['in good standing', false, null, null],
  ['banned', true, null, banned],
  ['banned and locked: a ban has no end to wait for', true, now + 5000, banned],
  ['banned, her lock over', true, now - 1, banned],
  ['locked for an hour', false, now + 3_600_000, locked(3600)],
  ['locked for one millisecond more', false, now + 1, locked(1)],
  ['locked for a second and a bit', false, now + 1001, locked(2)],
  ['locked until this very moment', false, now, null],
  ['locked once', false, now - 1, null],
  ['locked until unlocked', false, Number.MAX_SAFE_INTEGER, { ok: false, code: 'user_locked', detail: {} }],
])('a user %s', (_, isBanned, lockedUntil, expected) => {
  expect(standingRefusal({ id: 'user_ada', banned: isBanned, lockedUntil }, now)).toStrictEqual(expected)
})
