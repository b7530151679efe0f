import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signIn, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

const claims = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())
const minute = 60_000

onBothDatabases('somebody signed in', (server) => {
  let app: CreatedApplication
  let browser: Browser
  let address: string
  let sessionId: string
  let number = 0
  beforeAll(async () => {
    app = await server().application()
  })
  beforeEach(async () => {
    browser = server().browser(app)
    address = `person-${++number}@example.com`
    sessionId = (await signUp(server(), browser, address)).json.response.created_session_id
  })
  const refused = async (answer: ReturnType<Browser['get']>) => {
    const { status, json } = await answer
    return [status, json.errors[0].code]
  }

  test('gets a fresh token whenever she asks, bare', async () => {
    server().ports.advance(5 * minute)
    const { json, headers } = await browser.post(`/v1/client/sessions/${sessionId}/tokens`, { organization_id: '' })
    expect(Object.keys(json)).toEqual(['object', 'jwt'])
    const { exp, iat, sid, azp } = claims(json.jwt)
    expect([exp - iat, sid, azp]).toEqual([60, sessionId, 'http://localhost:3000'])
    expect(headers.getSetCookie()).toEqual([])
  })

  test("touches her session, and neither the client's stamp nor its token moves", async () => {
    const before = (await browser.get('/v1/client')).json.response
    server().ports.advance(5 * minute)
    const answer = await browser.post(`/v1/client/sessions/${sessionId}/touch`, { active_organization_id: '', intent: 'focus' })
    expect(answer.json.response).toMatchObject({ id: sessionId, status: 'active', last_active_token: { object: 'token' } })
    expect(answer.json.response.last_active_at).toBeGreaterThan(before.sessions[0].last_active_at)
    expect(answer.json.client.updated_at).toBe(before.updated_at)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test.each(['end', 'remove'])('signs out of one session by %s, and that is that', async (verb) => {
    const old = new Map(browser.cookies)
    const answer = await browser.post(`/v1/client/sessions/${sessionId}/${verb}`)
    expect(answer.json.response).toMatchObject({ id: sessionId, status: verb === 'end' ? 'ended' : 'removed', user: { object: 'user' } })
    expect(answer.json.client.sessions).toEqual([])
    expect(await refused(browser.post(`/v1/client/sessions/${sessionId}/tokens`))).toEqual([404, 'resource_not_found'])
    expect(await refused(browser.post(`/v1/client/sessions/${sessionId}/touch`))).toEqual([404, 'resource_not_found'])
    expect(await refused(browser.get(`/v1/client/sessions/${sessionId}`))).toEqual([404, 'resource_not_found'])
    expect(await refused(browser.get('/v1/me'))).toEqual([401, 'signed_out'])
    for (const [name, value] of old) browser.cookies.set(name, value)
    expect(await refused(browser.post(`/v1/client/sessions/${sessionId}/tokens`))).toEqual([401, 'signed_out'])
    server().ports.advance(minute)
    expect((await browser.get('/v1/client')).json.response).toBe(null)
  })

  test("cannot touch, end or mint for another's session", async () => {
    const eve = server().browser(app)
    await signUp(server(), eve, `eve-${number}@example.com`)
    for (const path of ['touch', 'end', 'remove', 'tokens']) {
      expect(await refused(eve.post(`/v1/client/sessions/${sessionId}/${path}`))).toEqual([404, 'resource_not_found'])
    }
    expect(await refused(eve.get(`/v1/client/sessions/${sessionId}`))).toEqual([404, 'resource_not_found'])
    expect(await refused(eve.post(`/v1/me/sessions/${sessionId}/revoke`))).toEqual([404, 'resource_not_found'])
    expect((await browser.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })

  test('without a client there is nothing to be signed in with', async () => {
    const stranger = server().browser(app)
    expect(await refused(stranger.post(`/v1/client/sessions/${sessionId}/tokens`))).toEqual([401, 'signed_out'])
    expect(await refused(stranger.send('POST', '/v1/client/sessions?_method=DELETE'))).toEqual([401, 'signed_out'])
    expect(await refused(stranger.get('/v1/me'))).toEqual([401, 'signed_out'])
  })

  test('a session that is over is over for everything', async () => {
    server().ports.advance(8 * 24 * 60 * minute)
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
    expect(await refused(browser.get('/v1/me'))).toEqual([401, 'signed_out'])
    expect(await refused(browser.post(`/v1/client/sessions/${sessionId}/tokens`))).toEqual([404, 'resource_not_found'])
  })

  test('the session a request names must be a live one of its own', async () => {
    expect((await browser.get(`/v1/me?_clerk_session_id=${sessionId}`)).status).toBe(200)
    expect(await refused(browser.get('/v1/me?_clerk_session_id=sess_000000000000000000000000000'))).toEqual([401, 'signed_out'])
  })

  test('sees her devices and signs another one out', async () => {
    const phone = server().browser(app)
    const { json } = await signIn(server(), phone, address)
    const list = (await browser.get('/v1/me/sessions/active')).json
    expect(list.map((session: { id: string }) => session.id).toSorted()).toEqual([sessionId, json.response.created_session_id].toSorted())
    expect(list[0]).toMatchObject({ object: 'session', latest_activity: { ip_address: '203.0.113.9' } })
    const revoked = await browser.post(`/v1/me/sessions/${json.response.created_session_id}/revoke`)
    expect(revoked.json.response.status).toBe('revoked')
    expect(await refused(phone.post(`/v1/client/sessions/${json.response.created_session_id}/tokens`))).toEqual([404, 'resource_not_found'])
    expect((await browser.get('/v1/me/sessions')).json).toHaveLength(1)
  })

  test('changes her profile: what is empty is cleared, what is absent stays, the rest is not hers', async () => {
    const change = (fields: Readonly<Record<string, string>>) => browser.post('/v1/me?_method=PATCH', fields)
    expect((await change({ first_name: 'Ada', last_name: 'Byron' })).json.response).toMatchObject({ first_name: 'Ada', last_name: 'Byron' })
    const { json } = await change({ last_name: '', public_metadata: '{"admin":true}', id: 'user_1', banned: 'true' })
    expect(json.response).toMatchObject({ first_name: 'Ada', last_name: null, public_metadata: {}, banned: false })
    expect(json.client.sessions[0].user).toEqual(json.response)
    const real = await browser.send('PATCH', '/v1/me', { body: '{"first_name":null}', headers: { 'content-type': 'application/json' } })
    expect(real.json.response.first_name).toBe(null)
    const formed = await browser.post('/v1/me', { _method: 'PATCH', first_name: 'Form' })
    expect(formed.json.response.first_name).toBe('Form')
  })

  test('merges her own metadata', async () => {
    await browser.post('/v1/me/metadata?_method=PATCH', { unsafe_metadata: '{"a":{"b":1,"c":2},"d":3}' })
    const { json } = await browser.post('/v1/me/metadata?_method=PATCH', { unsafe_metadata: '{"a":{"b":null,"e":4}}' })
    expect(json.response.unsafe_metadata).toEqual({ a: { c: 2, e: 4 }, d: 3 })
    expect(await refused(browser.post('/v1/me/metadata?_method=PATCH'))).toEqual([422, 'form_param_missing'])
  })

  test('adds an address, proves it, makes it the primary one and removes the other', async () => {
    const added = await browser.post('/v1/me/email_addresses', { email_address: `Second-${number}@example.com` })
    const { id, email_address: second } = added.json.response
    expect(added.json.response).toMatchObject({ email_address: `second-${number}@example.com`, verification: null })
    const path = `/v1/me/email_addresses/${id}`
    const prepared = await browser.post(`${path}/prepare_verification/`, { strategy: 'email_code' })
    expect(prepared.json.response.verification).toMatchObject({ status: 'unverified', strategy: 'email_code' })
    expect(await refused(browser.post('/v1/me?_method=PATCH', { primary_email_address_id: id }))).toEqual([404, 'resource_not_found'])
    const proven = await browser.post(`${path}/attempt_verification`, { code: await lastCode(server(), second) })
    expect(proven.json.response.verification.status).toBe('verified')
    const [first] = proven.json.client.sessions[0].user.email_addresses
    expect((await browser.post('/v1/me?_method=PATCH', { primary_email_address_id: id })).json.response.primary_email_address_id).toBe(id)
    expect((await browser.get('/v1/me/email_addresses')).json).toHaveLength(2)
    const gone = await browser.send('POST', `/v1/me/email_addresses/${first.id}?_method=DELETE`)
    expect(gone.json.response).toEqual({ object: 'email_address', id: first.id, deleted: true })
    expect(await refused(browser.get(`/v1/me/email_addresses/${first.id}`))).toEqual([404, 'resource_not_found'])
    expect(await refused(browser.send('DELETE', path))).toEqual([400, 'last_required_identification_deletion_failed'])
  })

  test('deletes herself, is signed out with that, and can sign up anew', async () => {
    const { json } = await browser.send('POST', '/v1/me?_method=DELETE')
    expect(json.response).toMatchObject({ object: 'user', deleted: true })
    expect(json.client.sessions).toEqual([])
    expect(await refused(browser.get('/v1/me'))).toEqual([401, 'signed_out'])
    expect((await signUp(server(), server().browser(app), address)).json.response.status).toBe('complete')
  })

  test('has no organizations', async () => {
    for (const list of ['memberships', 'invitations', 'suggestions']) {
      const { json } = await browser.get(`/v1/me/organization_${list}?limit=10&offset=0&paginated=true`)
      expect(json.response).toEqual({ data: [], total_count: 0 })
    }
  })

  test('a client is made by the first attempt, and kept', async () => {
    const visitor = server().browser(app)
    const made = (await visitor.post('/v1/client/sign_ups')).json.client
    expect(made).toMatchObject({ object: 'client', sessions: [] })
    for (const path of ['/v1/client', '/v1/client?_method=PUT']) {
      const again = await visitor.post(path)
      expect([again.json.response.id, again.headers.getSetCookie().filter((line) => /client/.test(line))]).toEqual([made.id, []])
    }
  })

  test('the environment is the same read or touched, bare and complete', async () => {
    const read = await browser.get('/v1/environment')
    const touched = await browser.send('POST', '/v1/environment?_method=PATCH')
    expect(read.json).toEqual(touched.json)
    expect(read.json).toMatchObject({ object: 'environment', display_config: { sign_in_url: `${app.frontendApiUrl}/sign-in` } })
  })
})
