import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { beginSignIn, lastCode, signIn, signUp } from '../testing/people.ts'

const claims = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

onBothDatabases('signing up and in', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })

  test('a visitor seen for the first time gets nothing but null, and in development a name that holds nothing', async () => {
    const before = await server().rows('clients')
    const browser = server().browser(app)
    expect((await browser.get('/v1/client')).json).toEqual({ response: null, client: null })
    expect([...browser.cookies.keys()].filter((name) => !name.startsWith('__clerk_db_jwt'))).toEqual([])
    expect(await server().rows('clients')).toBe(before)
  })

  test('signing up by code takes three requests, and the last one brings a session with its token', async () => {
    const browser = server().browser(app)
    const begun = await browser.post('/v1/client/sign_ups', {
      email_address: 'Ada@Example.com',
      first_name: 'Ada',
      last_name: '',
      unsafe_metadata: '{"a":1}',
    })
    expect(begun.json.response).toMatchObject({
      status: 'missing_requirements',
      email_address: 'ada@example.com',
      first_name: 'Ada',
      last_name: null,
      unsafe_metadata: { a: 1 },
      unverified_fields: ['email_address'],
      verifications: { email_address: { next_action: 'needs_prepare' } },
    })
    expect(begun.json.response.verifications.email_address).not.toHaveProperty('status')
    expect(begun.json.client.sign_up).toEqual(begun.json.response)
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    const prepared = await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
    expect(prepared.json.response.verifications.email_address).toMatchObject({ status: 'unverified', next_action: 'needs_attempt' })
    const [first] = [...browser.cookies.values()]
    const done = await browser.post(`${path}/attempt_verification`, {
      strategy: 'email_code',
      code: await lastCode(server(), 'ada@example.com'),
    })
    const { response, client } = done.json
    expect(response).toMatchObject({
      status: 'complete',
      created_session_id: client.sessions[0].id,
      created_user_id: client.sessions[0].user.id,
    })
    expect(client.last_active_session_id).toBe(response.created_session_id)
    expect(claims(client.sessions[0].last_active_token.jwt)).toMatchObject({
      iss: app.frontendApiUrl,
      sub: response.created_user_id,
      sid: response.created_session_id,
      azp: 'http://localhost:3000',
    })
    expect([...browser.cookies.values()]).not.toEqual([first])
    expect(done.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__client_[\w-]{8}=client_[^;]+; Path=\/; Max-Age=34560000; SameSite=Lax; HttpOnly$/),
    ])
    expect((await browser.get('/v1/me')).json.response).toMatchObject({
      first_name: 'Ada',
      primary_email_address_id: client.sessions[0].user.email_addresses[0].id,
    })
  })

  test('signing in by code, with what the components need on the way', async () => {
    await signUp(server(), server().browser(app), 'ben@example.com', { first_name: 'Ben' })
    const browser = server().browser(app)
    const begun = await browser.post('/v1/client/sign_ins', { identifier: 'ben@example.com' })
    expect(begun.json.response).toMatchObject({
      status: 'needs_first_factor',
      first_factor_verification: null,
      user_data: { first_name: 'Ben' },
    })
    const { json: prepared } = await beginSignIn(browser, 'ben@example.com')
    expect(prepared.response.first_factor_verification).toMatchObject({ status: 'unverified', strategy: 'email_code' })
    const path = `/v1/client/sign_ins/${prepared.response.id}`
    expect((await browser.get(path)).json.response).toEqual(prepared.response)
    const code = await lastCode(server(), 'ben@example.com')
    const wrong = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: other(code) })
    expect([wrong.status, wrong.json.errors[0].code, wrong.json.errors[0].meta.param_name]).toEqual([422, 'form_code_incorrect', 'code'])
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
    const done = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
    expect(done.json.response).toMatchObject({ status: 'complete', created_session_id: done.json.client.sessions[0].id })
    expect(done.json.client.sessions[0].last_active_token.jwt).toMatch(/^eyJ/)
    const again = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
    expect(again.json.errors[0].code).toBe('verification_already_verified')
  })

  test('an unfinished attempt survives a reload and sends nothing again', async () => {
    await signUp(server(), server().browser(app), 'cleo@example.com')
    const browser = server().browser(app)
    const { json } = await beginSignIn(browser, 'cleo@example.com')
    const mails = (await server().mails('cleo@example.com')).length
    expect((await browser.get('/v1/client')).json.response.sign_in).toEqual(json.response)
    expect(await server().mails('cleo@example.com')).toHaveLength(mails)
  })

  test('whoever is signed in already is told so, with the client at the top', async () => {
    const browser = server().browser(app)
    const { json: before } = await signUp(server(), browser, 'dora@example.com')
    const answer = await browser.post('/v1/client/sign_ins', { identifier: 'dora@example.com' })
    expect([answer.status, answer.json.errors[0].code]).toEqual([400, 'session_exists'])
    expect(answer.json.meta.client).toMatchObject({ id: before.client.id, last_active_session_id: before.response.created_session_id })
    expect(answer.json.meta.client.sessions[0].last_active_token.jwt).toMatch(/^eyJ/)
  })

  describe.each([
    [
      'a number for a code',
      { body: '{"strategy":"email_code","code":123456}', type: 'application/json' },
      'form_param_format_invalid',
      'code',
    ],
    ['no code', { body: 'strategy=email_code', type: 'form' }, 'form_param_missing', 'code'],
    ['an empty code', { body: 'strategy=email_code&code=', type: 'form' }, 'form_param_format_invalid', 'code'],
    ['no strategy', { body: 'code=123456', type: 'form' }, 'form_param_missing', 'strategy'],
    ['an unknown strategy', { body: 'strategy=oauth_google&code=123456', type: 'form' }, 'form_param_value_invalid', 'strategy'],
    ['a strategy of every object', { body: 'strategy=toString&code=123456', type: 'form' }, 'form_param_value_invalid', 'strategy'],
    ['two codes', { body: 'strategy=email_code&code=123456&code=654321', type: 'form' }, 'form_param_duplicate', 'code'],
    [
      'a list of codes',
      { body: '{"strategy":"email_code","code":["123456"]}', type: 'application/json' },
      'form_param_format_invalid',
      'code',
    ],
  ])('%s', (_, { body, type }, code, param) => {
    test('is refused and not counted as a guess', async () => {
      const address = `${code}-${param}-${body.length}@example.com`.replaceAll('_', '-')
      await signUp(server(), server().browser(app), address)
      const browser = server().browser(app)
      const { json } = await beginSignIn(browser, address)
      const headers = { 'content-type': type === 'form' ? 'application/x-www-form-urlencoded' : type }
      const path = `/v1/client/sign_ins/${json.response.id}`
      const answer = await browser.send('POST', `${path}/attempt_first_factor`, { body, headers })
      expect([answer.status, answer.json.errors[0].code, answer.json.errors[0].meta.param_name]).toEqual([422, code, param])
      expect((await browser.get(path)).json.response.first_factor_verification.attempts).toBe(0)
    })
  })

  test.each([
    ['{"email_address":5}', 'form_param_type_invalid', 'email_address'],
    ['{"email_address":"x@y.example","first_name":["a"]}', 'form_param_type_invalid', 'first_name'],
    ['{"email_address":"x@y.example","legal_accepted":"perhaps"}', 'form_param_type_invalid', 'legal_accepted'],
    ['{"email_address":"x@y.example","unsafe_metadata":"{"}', 'form_param_format_invalid', 'unsafe_metadata'],
    ['{"email_address":"not an address"}', 'form_param_format_invalid', 'email_address'],
  ])('a sign-up with %s is refused and leaves nothing', async (body, code, param) => {
    const before = await server().rows('attempts')
    const answer = await server()
      .browser(app)
      .send('POST', '/v1/client/sign_ups', { body, headers: { 'content-type': 'application/json' } })
    expect([answer.status, answer.json.errors[0].code, answer.json.errors[0].meta.param_name]).toEqual([422, code, param])
    expect([await server().rows('attempts'), answer.headers.getSetCookie()]).toEqual([before, []])
  })

  test("somebody else's attempt is not found, whatever is asked of it", async () => {
    await signUp(server(), server().browser(app), 'eve-victim@example.com')
    const victim = server().browser(app)
    const { json } = await beginSignIn(victim, 'eve-victim@example.com')
    const code = await lastCode(server(), 'eve-victim@example.com')
    const eve = server().browser(app)
    await signUp(server(), eve, 'eve@example.com')
    const path = `/v1/client/sign_ins/${json.response.id}`
    const tries = [
      await eve.get(path),
      await eve.post(`${path}/prepare_first_factor`, { strategy: 'email_code' }),
      await eve.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code }),
      await eve.post(`${path}/attempt_second_factor`, { strategy: 'email_code', code }),
      await server().browser(app).get(path),
    ]
    for (const { status, json: body } of tries) expect([status, body.errors[0].code]).toEqual([404, 'resource_not_found'])
    expect((await victim.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })).json.response.status).toBe('complete')
  })

  test('a second factor cannot be had', async () => {
    await signUp(server(), server().browser(app), 'fay@example.com')
    const browser = server().browser(app)
    const { json } = await beginSignIn(browser, 'fay@example.com')
    const answer = await browser.post(`/v1/client/sign_ins/${json.response.id}/prepare_second_factor`, { strategy: 'totp' })
    expect(answer.json.errors[0].code).toBe('client_state_invalid')
  })

  test('a client of one instance is nobody at another', async () => {
    const neighbour = await server().application()
    const browser = server().browser(app)
    await signUp(server(), browser, 'gus@example.com')
    const [[name, value]] = [...browser.cookies] as [[string, string]]
    const foreign = server().browser(neighbour)
    await foreign.post('/v1/client/sign_ups')
    const [ownName] = foreign.cookies.keys()
    expect(ownName).not.toBe(name)
    foreign.cookies.set(ownName!, value)
    expect((await foreign.get('/v1/client')).json.response).toBe(null)
    expect((await foreign.get('/v1/me')).status).toBe(401)
  })

  test('production marks its cookies for https, and tells the application when sessions changed', async () => {
    const production = await server().application({
      type: 'production',
      host: 'clerk.shop.example.com',
      settings: { urls: { ...noUrls, home: 'https://app.shop.example.com/' } },
    })
    const browser = server().browser(production, { origin: 'https://app.shop.example.com' })
    const done = await signUp(server(), browser, 'hal@example.com')
    const stamp = String(Math.floor(done.json.client.updated_at / 1000))
    const suffix = /__Host-client_([\w-]{8})=client/.exec(done.headers.getSetCookie().join('\n'))![1]
    expect(done.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-client_[\w-]{8}=client_[^;]+; Path=\/; Max-Age=34560000; SameSite=Lax; Secure; HttpOnly$/),
      `__client_uat=${stamp}; Path=/; Domain=shop.example.com; Max-Age=34560000; SameSite=Lax; Secure`,
      `__client_uat_${suffix}=${stamp}; Path=/; Domain=shop.example.com; Max-Age=34560000; SameSite=Lax; Secure`,
    ])
    expect(claims(done.json.client.sessions[0].last_active_token.jwt).iat).toBeGreaterThanOrEqual(Number(stamp))
    const out = await browser.send('POST', '/v1/client/sessions?_method=DELETE')
    expect(out.headers.getSetCookie().filter((line) => line.startsWith('__client_uat=0;'))).toHaveLength(1)
  })

  test('production limits how often a network may begin, and says when to come back', async () => {
    const production = await server().application({
      type: 'production',
      host: 'clerk.limits.example.com',
      settings: { urls: { ...noUrls, home: 'https://limits.example.com/' } },
    })
    const ask = (peer: string, forged = '') => {
      const request = new Request(`${production.frontendApiUrl}/v1/client/sign_ins`, {
        method: 'POST',
        headers: { 'x-forwarded-for': forged },
      })
      return server().fetch(request, peer)
    }
    const answers = []
    for (let i = 0; i < 8; i++) answers.push(await ask(`2001:db8:1:2::${i + 1}`, `198.51.100.${i}`))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask('2001:db8:1:3::1')).status).toBe(200)
  })

  test('signing in again with the same browser after signing out', async () => {
    const browser = server().browser(app)
    await signUp(server(), browser, 'ida@example.com')
    const out = await browser.send('POST', '/v1/client/sessions?_method=DELETE')
    expect(out.json).toMatchObject({ response: { sessions: [], sign_in: null, sign_up: null, last_active_session_id: null } })
    expect((await signIn(server(), browser, 'ida@example.com')).json.response.status).toBe('complete')
  })
})

const noUrls = { home: null, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null }
