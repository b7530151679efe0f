import { describe, expect, it } from 'vitest'
import { backendUserJson } from './backend-user-json.ts'
import { aUser, aUserView, NOW } from './testing/fixtures.ts'
import { userJson } from './user-json.ts'

describe('backendUserJson', () => {
  it('is what the user sees, and six fields more', () => {
    const { private_metadata, last_active_at, ...rest } = backendUserJson(aUserView(), NOW)
    expect(private_metadata).toEqual({ note: 'PRIVATE' })
    expect(last_active_at).toBe(NOW - 1)
    expect(rest).toEqual({
      ...userJson(aUserView(), NOW),
      lockout_expires_in_seconds: null,
      verification_attempts_remaining: null,
      mfa_enabled_at: null,
      mfa_disabled_at: null,
    })
  })

  it.each([
    [null, null],
    [NOW, null],
    [NOW + 1, 1],
    [NOW + 61_000, 61],
    [Number.MAX_SAFE_INTEGER, null],
  ])('locked until %s leaves %s seconds', (lockedUntil, seconds) => {
    expect(backendUserJson(aUserView({ user: aUser({ lockedUntil }) }), NOW).lockout_expires_in_seconds).toBe(seconds)
  })
})
