import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { beginSignIn, signIn, signUp } from '../testing/people.ts'
import type { Seen } from '../testing/test-browser.ts'
import { bindingOf, claimsOf } from './testing/claims.ts'

onBothDatabases('behind the server of an application', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })
  const tokens = ({ text }: Seen) => text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+|client_\w+\.[\w-]{43}/g) ?? []
  const ownCors = ({ headers }: Seen) => [...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'set-cookie')

  test('a sign-up by code ends with both tokens in headers, one bound to the other, and none in the body', async () => {
    const browser = server().firstParty(app)
    const before = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
    expect([browser.said, browser.session, before.headers.get('latchkey-client-token')]).toEqual(['none', null, browser.client])
    const begun = browser.client!
    const done = await signUp(server(), browser, 'ada@example.com')
    const { response, client } = done.json
    expect(response.status).toBe('complete')
    expect(browser.said).toBe(response.created_session_id)
    expect(browser.client).not.toBe(begun)
    expect(claimsOf(browser.session!)).toMatchObject({
      iss: app.frontendApiUrl,
      azp: 'http://localhost:3000',
      sid: response.created_session_id,
      cnf: { client: bindingOf(browser.client!) },
    })
    expect(client.sessions.map((session: { last_active_token: unknown }) => session.last_active_token)).toEqual([null])
    for (const seen of [before, done]) expect([tokens(seen), ownCors(seen)]).toEqual([[], []])
  })

  test('a sign-in by code does as well', async () => {
    const browser = server().firstParty(app)
    const done = await signIn(server(), browser, 'ada@example.com')
    expect(done.json.response.status).toBe('complete')
    expect(claimsOf(browser.session!).cnf).toEqual({ client: bindingOf(browser.client!) })
    expect([tokens(done), ownCors(done)]).toEqual([[], []])
    const me = await browser.get('/v1/me')
    expect(me.json.response.email_addresses[0].email_address).toBe('ada@example.com')
  })

  test('a link of the mail leads through the application and finishes there', async () => {
    const browser = server().firstParty(app)
    const fields = { strategy: 'email_link', redirect_url: 'http://localhost:3000/sign-in?a=b#verify' }
    await beginSignIn(browser, 'ada@example.com', fields)
    const { link } = (await server().mails('ada@example.com')).at(-1)!
    expect(link).toMatch(/^http:\/\/localhost:3000\/__latchkey\/v1\/verify\?token=/)
    const elsewhere = server().firstParty(app)
    const page = await elsewhere.get(link!)
    expect([page.status, page.headers.get('content-type'), elsewhere.session]).toEqual([200, 'text/html; charset=utf-8', null])
    expect(page.text).toContain('Enter this code there')
    const opened = await browser.get(link!)
    const location = new URL(opened.headers.get('location')!)
    expect([opened.status, location.origin, location.pathname, location.hash]).toEqual([
      303,
      'http://localhost:3000',
      '/sign-in',
      '#verify',
    ])
    expect([...location.searchParams.keys()]).toEqual(['a', '__latchkey_status', '__latchkey_created_session'])
    expect(location.searchParams.get('__latchkey_status')).toBe('verified')
    expect(location.searchParams.get('__latchkey_created_session')).toBe(browser.said)
    expect(claimsOf(browser.session!)).toMatchObject({ sid: browser.said, cnf: { client: bindingOf(browser.client!) } })
    expect(ownCors(opened)).toEqual([])
  })

  test('a link that is too old says so in the same words', async () => {
    const browser = server().firstParty(app)
    await beginSignIn(browser, 'ada@example.com', { strategy: 'email_link', redirect_url: 'http://localhost:3000/done' })
    const { link } = (await server().mails('ada@example.com')).at(-1)!
    server().ports.advance(11 * 60_000)
    const opened = await browser.get(link!)
    expect(opened.headers.get('location')).toBe('http://localhost:3000/done?__latchkey_status=expired')
  })

  test('after a sign-out the old session token fits the new client token no more', async () => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    const { client, session } = browser
    const out = await browser.send('DELETE', '/v1/client/sessions')
    expect([out.status, browser.said, browser.session]).toEqual([200, 'none', null])
    expect(browser.client).not.toBe(client)
    expect(claimsOf(session!).cnf).not.toEqual({ client: bindingOf(browser.client!) })
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
    expect(browser.said).toBe('none')
  })

  test('a token that a script asks for is a plain one, and no cookie is told of it', async () => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    const kept = browser.session
    const { json, headers } = await browser.post(`/v1/client/sessions/${browser.said}/tokens`)
    expect(claimsOf(json.jwt)).toMatchObject({ iss: app.frontendApiUrl, azp: 'http://localhost:3000', sid: claimsOf(kept!).sid })
    expect(claimsOf(json.jwt)).not.toHaveProperty('cnf')
    expect([...headers.keys()].filter((name) => name.startsWith('latchkey-'))).toEqual([])
  })

  test('somebody signed in who begins again is told so, and gets her token', async () => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    browser.session = null
    const { status, text, json } = await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com', strategy: 'email_code' })
    expect([status, json.errors[0].code]).toEqual([400, 'session_exists'])
    expect(claimsOf(browser.session!)).toMatchObject({ sid: json.errors[0].meta.session_id, cnf: { client: bindingOf(browser.client!) } })
    expect(text).not.toContain('eyJ')
  })

  test('the handshake of other SDKs is not there', async () => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    for (const path of ['/v1/client/handshake', '/v1/client/touch']) {
      const { status, json } = await browser.get(`${path}?redirect_url=http://localhost:3000/`)
      expect([status, json.errors[0].code]).toEqual([404, 'resource_not_found'])
    }
  })

  test("for Clerk's own proxy nothing is different", async () => {
    const browser = server().browser(app)
    const proxy = { 'clerk-proxy-url': 'http://localhost:3000/__clerk', 'clerk-secret-key': app.secretKey }
    await signIn(server(), browser, 'ada@example.com')
    const { json, headers } = await browser.get('/v1/client', proxy)
    const claims = claimsOf(json.response.sessions[0].last_active_token.jwt)
    expect([claims.iss, claims.cnf, headers.get('latchkey-session')]).toEqual(['http://localhost:3000/__clerk', undefined, null])
  })
})
