import { describe, expect, it } from 'vitest'
import type { Session, SessionStatus } from '../domain/session.ts'
import { DEFAULT_SETTINGS } from '../domain/settings/instance-settings.ts'
import { grantSession, mintRefusal } from './session.ts'

const now = 1_800_000_000_000
const ada = { id: 'user_ada', banned: false, lockedUntil: null }

describe('grantSession', () => {
  it.each([
    ['banned', { ...ada, banned: true }, 'user_banned', {}],
    ['locked', { ...ada, lockedUntil: now + 1500 }, 'user_locked', { retryAfter: 2 }],
  ] as const)('does nothing for a %s user', (_, user, code, detail) => {
    expect(grantSession(user, { now, sessionId: 'sess_new' })).toStrictEqual({ ok: false, code, detail })
  })

  it('is on the word of an operator and proves no factor', () => {
    expect(grantSession(ada, { now, sessionId: 'sess_new' })).toStrictEqual({
      ok: true,
      next: null,
      effects: [
        {
          type: 'create_session',
          sessionId: 'sess_new',
          userId: 'user_ada',
          firstFactorAt: null,
          secondFactorAt: null,
          by: { type: 'operator' },
        },
        { type: 'record', event: { type: 'session.created', userId: 'user_ada', detail: { sessionId: 'sess_new' } } },
      ],
    })
  })
})

describe('mintRefusal', () => {
  const session: Session = {
    id: 'sess_1',
    clientId: 'client_1',
    userId: 'user_ada',
    status: 'active',
    expireAt: now + 1,
    abandonAt: now + 1,
    lastActiveAt: now - 60_000,
    firstFactorAt: now - 60_000,
    secondFactorAt: null,
    activity: { ipAddress: null, userAgent: null },
    createdAt: now - 60_000,
    updatedAt: now - 60_000,
  }
  const idle = (inactivityMs: number) => ({ ...DEFAULT_SETTINGS, session: { ...DEFAULT_SETTINGS.session, inactivityMs } })
  const gone = { ok: false, code: 'resource_not_found', detail: {} }
  const out = { ok: false, code: 'authentication_invalid', detail: {} }
  const over = (status: SessionStatus) => [`${status}`, { ...session, status }, ada, DEFAULT_SETTINGS, gone] as const

  it.each([
    ['live', session, ada, DEFAULT_SETTINGS, null],
    over('ended'),
    over('removed'),
    over('revoked'),
    over('expired'),
    over('replaced'),
    ['at its last moment, whatever its row says', { ...session, expireAt: now }, ada, DEFAULT_SETTINGS, gone],
    ['touched just in time', session, ada, idle(60_001), null],
    ['left alone too long', session, ada, idle(60_000), gone],
    ['of a banned user', session, { ...ada, banned: true }, DEFAULT_SETTINGS, out],
    ['of a locked user', session, { ...ada, lockedUntil: now + 1 }, DEFAULT_SETTINGS, out],
    ['of a user locked once', session, { ...ada, lockedUntil: now }, DEFAULT_SETTINGS, null],
    ['ended, of a banned user', { ...session, status: 'ended' }, { ...ada, banned: true }, DEFAULT_SETTINGS, gone],
  ] as const)('a session %s', (_, given, user, settings, expected) => {
    expect(mintRefusal(given, user, settings, now)).toStrictEqual(expected)
  })
})
