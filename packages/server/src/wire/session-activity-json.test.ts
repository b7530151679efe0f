import { expect, it } from 'vitest'
import { backendSessionJson } from './backend-session-json.ts'
import { aSession, NOW } from './testing/fixtures.ts'
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
  city: null,
  country: null,
}

it('tells the device of a session', () => {
  expect(sessionActivityJson(aSession())).toEqual(activity)
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
