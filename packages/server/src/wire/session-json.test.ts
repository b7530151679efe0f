import { describe, expect, it } from 'vitest'
import { aSession, aUserView, NOW } from './testing/fixtures.ts'
import { publicUserDataJson } from './public-user-data-json.ts'
import { sessionJson } from './session-json.ts'
import { userJson } from './user-json.ts'

describe('sessionJson', () => {
  it('carries its user, both forms, and the token it was given', () => {
    expect(sessionJson({ session: aSession(), user: aUserView(), token: 'a.b.c' }, NOW)).toEqual({
      object: 'session',
      id: 'sess_1',
      status: 'active',
      expire_at: NOW + 3_600_000,
      abandon_at: NOW + 7_200_000,
      last_active_at: NOW - 60_000,
      last_active_organization_id: null,
      actor: null,
      tasks: null,
      created_at: NOW - 600_000,
      updated_at: NOW - 60_000,
      factor_verification_age: [10, -1],
      user: userJson(aUserView(), NOW),
      public_user_data: publicUserDataJson(aUserView()),
      last_active_token: { object: 'token', jwt: 'a.b.c' },
    })
  })

  it('has no token when none was minted', () => {
    expect(sessionJson({ session: aSession(), user: aUserView(), token: null }, NOW).last_active_token).toBeNull()
  })

  it.each([
    [null, -1],
    [NOW, 0],
    [NOW - 59_999, 0],
    [NOW - 60_000, 1],
    [NOW + 5_000, 0],
  ])('a factor proven at %s is %s minutes old', (firstFactorAt, minutes) => {
    const json = sessionJson({ session: aSession({ firstFactorAt }), user: aUserView(), token: null }, NOW)
    expect(json.factor_verification_age[0]).toBe(minutes)
  })

  it.each([
    ['active', NOW + 1, 'active'],
    ['active', NOW, 'expired'],
    ['revoked', NOW, 'revoked'],
    ['ended', NOW + 1, 'ended'],
  ] as const)('a session that is %s and ends at %s is shown as %s', (status, expireAt, shown) => {
    expect(sessionJson({ session: aSession({ status, expireAt }), user: aUserView(), token: null }, NOW).status).toBe(shown)
  })
})
