import { expect, it } from 'vitest'
import { isLive, type Session } from './session.ts'

const now = 1_800_000_000_000
const session: Session = {
  id: 'sess_1',
  clientId: 'client_1',
  userId: 'user_ada',
  status: 'active',
  expireAt: now + 1000,
  abandonAt: now + 1000,
  lastActiveAt: now - 1000,
  firstFactorAt: null,
  secondFactorAt: null,
  activity: { ipAddress: null, userAgent: null },
  createdAt: now - 1000,
  updatedAt: now - 1000,
}

it.each([
  ['active', session, null, true],
  ['ended', { ...session, status: 'ended' }, null, false],
  ['removed', { ...session, status: 'removed' }, null, false],
  ['revoked', { ...session, status: 'revoked' }, null, false],
  ['expired', { ...session, status: 'expired' }, null, false],
  ['replaced', { ...session, status: 'replaced' }, null, false],
  ['revoked, touched a moment ago', { ...session, status: 'revoked', lastActiveAt: now }, 60_000, false],
  ['in its last millisecond', { ...session, expireAt: now + 1 }, null, true],
  ['at its end', { ...session, expireAt: now }, null, false],
  ['past its end, touched a moment ago', { ...session, expireAt: now - 1, lastActiveAt: now }, 60_000, false],
  ['idle for almost too long', session, 1001, true],
  ['idle for too long', session, 1000, false],
  ['idle since long ago where that does not matter', { ...session, lastActiveAt: 0 }, null, true],
] as const)('%s: %#', (_, given, inactivityMs, live) => {
  expect(isLive(given, now, inactivityMs)).toBe(live)
})
