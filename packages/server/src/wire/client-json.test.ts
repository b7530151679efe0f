import { describe, expect, it } from 'vitest'
import { backendClientJson, clientJson } from './client-json.ts'
import { aClient, aClientView, NOW } from './testing/fixtures.ts'

describe('clientJson', () => {
  it('carries sessions and attempts', () => {
    const json = clientJson(aClientView(), NOW)
    expect(json).toMatchObject({
      object: 'client',
      id: 'client_1',
      sessions: [{ id: 'sess_1', last_active_token: { jwt: 'header.payload.signature' } }],
      sign_in: { id: 'sia_1' },
      sign_up: { id: 'sua_1' },
      last_active_session_id: 'sess_1',
      cookie_expires_at: null,
      captcha_bypass: false,
      created_at: NOW - 8,
      updated_at: NOW - 7,
    })
  })

  it('is empty for a browser that did nothing yet', () => {
    const json = clientJson({ client: aClient({ lastActiveSessionId: null }), sessions: [], signIn: null, signUp: null }, NOW)
    expect(json).toMatchObject({ sessions: [], sign_in: null, sign_up: null, last_active_session_id: null })
  })

  it('names no session that is not among the live ones', () => {
    expect(clientJson(aClientView({ sessions: [] }), NOW).last_active_session_id).toBeNull()
  })

  it('tells no secret of anything inside it', () => {
    expect(JSON.stringify(clientJson(aClientView(), NOW))).not.toMatch(/PRIVATE|private_metadata|SECRET|HASH|REDIRECT|AGENT|192\.0\.2\.1/)
  })
})

describe('backendClientJson', () => {
  it('names sessions and attempts by id and carries no token', () => {
    const json = backendClientJson(aClientView(), NOW)
    expect(json).toMatchObject({
      object: 'client',
      session_ids: ['sess_1'],
      sessions: [{ id: 'sess_1', user_id: 'user_1', client_id: 'client_1' }],
      sign_in_id: 'sia_1',
      sign_up_id: 'sua_1',
      last_active_session_id: 'sess_1',
    })
    expect(JSON.stringify(json)).not.toMatch(/header\.payload|HASH|SECRET|PRIVATE/)
  })
})
