import { describe, expect, it } from 'vitest'
import { backendSessionJson, mySessionJson, sessionActivityJson, sessionJson, sessionWithActivityJson } from './session-json.ts'
import { aSession, aUserView, NOW } from './testing/fixtures.ts'
import { publicUserDataJson, userJson } from './user-json.ts'

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

const activity = {
  object: 'session_activity',
  id: 'sess_activity_1',
  device_type: 'Windows',
  is_mobile: false,
  browser_name: 'Firefox',
  browser_version: '140',
  ip_address: '192.0.2.1',
}

it('tells the device of a session', () => {
  expect(sessionActivityJson(aSession())).toEqual(activity)
})

it('leaves out what is not known of a device, since readers expect a text', () => {
  const session = aSession({ activity: { ipAddress: null, userAgent: 'curl/8' } })
  expect(sessionActivityJson(session)).toEqual({ object: 'session_activity', id: 'sess_activity_1', is_mobile: false })
})

it('goes along with a session of the signed-in user, with whose it is and when they proved themselves', () => {
  const session = aSession({ firstFactorAt: NOW - 120_000 })
  expect(mySessionJson(session, aUserView(), NOW)).toEqual({
    ...sessionWithActivityJson(session, NOW),
    factor_verification_age: [2, -1],
    public_user_data: publicUserDataJson(aUserView()),
  })
})

it('goes along with a session in the list of devices, which has no token', () => {
  const json = sessionWithActivityJson(aSession(), NOW)
  expect(json).toMatchObject({ object: 'session', id: 'sess_1', status: 'active', latest_activity: activity })
  expect(json).not.toHaveProperty('last_active_token')
})

it('goes along with a session at the Backend API, with whose it is', () => {
  expect(backendSessionJson(aSession({ expireAt: NOW }), NOW)).toMatchObject({
    object: 'session',
    status: 'expired',
    user_id: 'user_1',
    client_id: 'client_1',
    latest_activity: activity,
  })
})

it('is null at the Backend API when the session came from no browser', () => {
  const session = aSession({ activity: { ipAddress: null, userAgent: null } })
  expect(backendSessionJson(session, NOW).latest_activity).toBeNull()
})
