import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { insertAllowedOrigin } from '../../storage/index.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

onBothDatabases('origins', (server) => {
  let app: CreatedApplication
  let production: CreatedApplication
  let signedIn: Browser
  beforeAll(async () => {
    app = await server().application({ name: "Ann's app" })
    production = await server().application({ type: 'production', host: 'clerk.example.com', settings: {} })
    const allowed = { instanceId: production.instanceId, origin: 'https://app.example.com', createdAt: 0 }
    await server().ports.storage.transaction((db) => insertAllowedOrigin({ db }, allowed))
    signedIn = server().browser(app)
    await signUp(server(), signedIn, 'origin@example.com')
  })
  const signOut = (browser: Browser, headers: HeadersInit) => browser.send('POST', '/v1/client/sessions?_method=DELETE', { headers })
  const sessions = async () => (await signedIn.get('/v1/client')).json.response.sessions.length

  test.each([
    [{ origin: 'https://evil.test' }, 'origin_invalid'],
    [{ origin: 'null' }, 'origin_invalid'],
    [{ origin: 'http://localhost:3000, https://evil.test' }, 'origin_invalid'],
    [{ origin: 'http://localhost.evil.test' }, 'origin_invalid'],
    [{ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, 'origin_invalid'],
    [{ origin: '' }, 'origin_invalid'],
  ])('with its cookie a request from %o changes nothing', async (headers, code) => {
    const answer = await signOut(signedIn, headers)
    expect([answer.status, answer.json.errors[0].code]).toEqual([400, code])
    expect(answer.headers.get('access-control-allow-origin')).toBe(null)
    expect(await sessions()).toBe(1)
  })

  test.each([
    {},
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'http://localhost:3000/' },
  ])('with its cookie and without an origin (%o) it changes nothing', async (headers) => {
    const silent = server().browser(app, { origin: null })
    for (const [name, value] of signedIn.cookies) silent.cookies.set(name, value)
    const answer = await signOut(silent, headers)
    expect([answer.status, answer.json.errors[0].code]).toEqual([400, 'origin_missing'])
    expect(await sessions()).toBe(1)
  })

  test('Sec-Fetch-Site: same-origin stands in for a missing origin', async () => {
    const silent = server().browser(app, { origin: null })
    await signUp(server(), silent, 'same-origin@example.com').catch(() => {})
    const browser = server().browser(app)
    await signUp(server(), browser, 'same-origin-2@example.com')
    for (const [name, value] of browser.cookies) silent.cookies.set(name, value)
    expect((await signOut(silent, { 'sec-fetch-site': 'same-origin' })).json.response.sessions).toEqual([])
  })

  test('a foreign page cannot begin a sign-in for a visitor without a cookie either', async () => {
    const before = await server().rows('clients')
    for (const type of [
      'application/x-www-form-urlencoded',
      'Application/X-WWW-Form-Urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json',
    ]) {
      const answer = await server()
        .browser(app)
        .send('POST', '/v1/client/sign_ins', {
          body: 'identifier=a@example.com',
          headers: { origin: 'https://evil.test', 'content-type': type },
        })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(await server().rows('clients')).toBe(before)
  })

  test('a program without cookie and origin may', async () => {
    const answer = await server().browser(app, { origin: null }).post('/v1/client/sign_ins')
    expect(answer.json.response.status).toBe('needs_identifier')
  })

  test('the refusal names the command that allows the origin', async () => {
    const { json } = await signOut(server().browser(app), { origin: 'https://shop.example.com' })
    expect(json.errors[0].long_message).toContain(
      `Add it: "npx latchkey apps allow-origin https://shop.example.com --app 'Ann'\\''s app'" in the folder of the Latchkey server.`,
    )
    const odd = await signOut(server().browser(app), { origin: "https://x';rm -rf ~" })
    expect(odd.json.errors[0].long_message).toContain('allow-origin <origin> --app')
  })

  test.each(['http://localhost:3000', 'http://127.0.0.1:5173', 'https://app.localhost', 'http://[::1]:3000', 'http://localhost:4000'])(
    'development takes %s, and lets it read the answer',
    async (origin) => {
      const answer = await server().browser(app, { origin }).post('/v1/client/sign_ins')
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'Authorization, Clerk-Db-Jwt, X-Country, Retry-After',
        vary: 'Origin',
      })
    },
  )

  test.each([
    ['https://app.example.com', 200],
    ['https://clerk.example.com', 200],
    ['http://localhost:3000', 400],
    ['http://app.example.com', 400],
    ['https://app.example.com:444', 400],
    ['https://example.com', 400],
    // The server's public URL: this instance has a host of its own, and no page there.
    ['http://localhost:4000', 400],
  ])('production takes what is listed: %s answers %i', async (origin, status) => {
    const answer = await server().browser(production, { origin }).post('/v1/client')
    expect(answer.status).toBe(status)
  })

  test('the public URL is an origin of the instances that have their pages there, for no other to read or to change', async () => {
    const origin = 'http://localhost:4000'
    const at = (base: string) => server().browser(production, { base, origin })
    const named = at(`http://localhost:4000/i/${production.slug}`)
    expect((await named.post('/v1/client/sign_ups')).status).toBe(200)
    const own = at('https://clerk.example.com')
    for (const [cookie, value] of named.cookies) own.cookies.set(cookie, value)
    const read = await own.get('/v1/client', { origin })
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, null])
    const asked = await own.send('OPTIONS', '/v1/me', { headers: { origin, 'access-control-request-method': 'PATCH' } })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([400, null])
  })

  test('a read is answered to anybody, and readable for known pages only', async () => {
    const answer = await signedIn.get('/v1/client', { origin: 'https://evil.test' })
    expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('vary')]).toEqual([200, null, 'Origin'])
  })

  test('a refusal is readable for known pages, too', async () => {
    const answer = await server().browser(app).post('/v1/client/sign_ins', { identifier: 'nobody@example.com' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([422, 'http://localhost:3000'])
  })

  test('a preflight is answered for known pages', async () => {
    const ask = (origin: string) =>
      server()
        .browser(app)
        .send('OPTIONS', '/v1/me', {
          headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'content-type,x-own' },
        })
    const yes = await ask('http://localhost:3000')
    expect([yes.status, yes.text]).toEqual([204, ''])
    expect(Object.fromEntries(yes.headers)).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3000',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'content-type,x-own',
    })
    const no = await ask('https://evil.test')
    expect([no.status, no.headers.get('access-control-allow-origin')]).toEqual([400, null])
  })

  test('an app that is no browser carries its token itself, and cookies of it mean nothing', async () => {
    const native = server().browser(app, { origin: null })
    const begun = await native.post('/v1/client/sign_ups?_is_native=1', { email_address: 'native@example.com' })
    const token = begun.headers.get('authorization')!
    expect(token).toMatch(/^client_/)
    expect(begun.headers.getSetCookie()).toEqual([])
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    await native.post(`${path}/prepare_verification?_is_native=1`, { strategy: 'email_code' }, { authorization: token })
    const { code } = (await server().mails('native@example.com'))[0]!
    const done = await native.post(
      `${path}/attempt_verification?_is_native=1`,
      { strategy: 'email_code', code },
      { authorization: `Bearer ${token}` },
    )
    const fresh = done.headers.get('authorization')!
    expect(done.json.response.status).toBe('complete')
    expect(fresh).not.toBe(token)
    expect((await native.get('/v1/me?_is_native=1', { authorization: fresh })).json.response.email_addresses[0].email_address).toBe(
      'native@example.com',
    )
    const cookie = `${signedIn.cookies.keys().next().value}=${fresh}`
    expect((await native.get('/v1/client?_is_native=1', { cookie })).json.response).toBe(null)
    expect((await native.get('/v1/client', { authorization: fresh })).json.response).toBe(null)
  })
})
