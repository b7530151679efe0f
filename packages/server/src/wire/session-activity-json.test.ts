import { expect, it } from 'vitest'
import { backendSessionJson } from './backend-session-json.ts'
import { mySessionJson } from './my-session-json.ts'
import { publicUserDataJson } from './public-user-data-json.ts'
import { aSession, aUserView, NOW } from './testing/fixtures.ts'
import { sessionActivityJson } from './session-activity-json.ts'
import { sessionWithActivityJson } from './session-with-activity-json.ts'

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
