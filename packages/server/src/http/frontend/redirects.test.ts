import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { takeOneTime } from '../../storage/index.ts'
import { sha256 } from '../../platform/hash.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { beginSignIn, lastCode, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

const noUrls = { home: null, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null }

onBothDatabases('what sends a browser on', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })
  const person = async (address: string) => {
    const browser = server().browser(app)
    await signUp(server(), browser, address)
    return browser
  }
  const linkFor = async (address: string, browser: Browser, redirect = 'http://localhost:3000/sign-in#/verify?x=1') => {
    await signUp(server(), server().browser(app), address)
    const { json } = await beginSignIn(browser, address, { strategy: 'email_link', redirect_url: redirect })
    return { link: (await server().mails(address)).at(-1)!.link!, path: `/v1/client/sign_ins/${json.response.id}` }
  }
  const hostile = [
    'https://evil.test/',
    '//evil.test',
    '/relative',
    'javascript:alert(1)',
    'http://localhost:3000@evil.test/',
    'https://localhost.evil.test',
    'http://[',
    '%E0%A4%A',
    '',
  ]

  test('a handshake brings the session to the application by a nonce', async () => {
    const browser = await person('shake@example.com')
    const { status, headers } = await browser.get(
      `/v1/client/handshake?redirect_url=${encodeURIComponent('http://localhost:3000/a?b=c')}&format=nonce`,
    )
    const target = new URL(headers.get('location')!)
    expect([status, target.origin, target.pathname, target.searchParams.get('b')]).toEqual([307, 'http://localhost:3000', '/a', 'c'])
    const nonce = target.searchParams.get('__clerk_handshake_nonce')!
    expect(nonce.length).toBeGreaterThan(30)
    const taken = await server().ports.storage.transaction((db) =>
      takeOneTime({ db, instanceId: app.instanceId }, { purpose: 'handshake', hash: sha256(nonce), now: server().ports.clock.now() }),
    )
    expect(taken).not.toBe(null)
  })

  test('a visitor is sent back, too, and nothing is made for her', async () => {
    const before = await server().rows('clients')
    const browser = server().browser(app)
    const { headers } = await browser.get('/v1/client/handshake?redirect_url=http://localhost:3000/')
    const token = new URL(headers.get('location')!).searchParams.get('__clerk_handshake')!
    const { handshake } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
    expect(handshake).toContainEqual(expect.stringMatching(/^__client_uat=0;/))
    expect([browser.cookies.size, await server().rows('clients')]).toEqual([0, before])
  })

  test('in production the nonce travels in a cookie of the shared domain, or in the URL where there is none', async () => {
    const urls = { ...noUrls, home: 'https://app.example.com/', signIn: null }
    const production = await server().application({ type: 'production', host: 'clerk.example.com', settings: { urls } })
    const browser = server().browser(production, { origin: 'https://app.example.com' })
    const shared = await browser.get('/v1/client/handshake?redirect_url=https://app.example.com/x&format=nonce')
    expect(shared.headers.get('location')).toBe('https://app.example.com/x')
    expect(shared.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__clerk_handshake_nonce=[\w-]{43}; Path=\/; Domain=example.com; Max-Age=60; SameSite=Lax; Secure; HttpOnly$/),
    ])
    const prefixed = server().browser({ ...production, frontendApiUrl: `http://localhost:4000/i/${production.slug}` })
    const apart = await prefixed.get('/v1/client/handshake?redirect_url=https://app.example.com/x&format=nonce')
    expect(apart.headers.get('location')).toMatch(/^https:\/\/app\.example\.com\/x\?__clerk_handshake_nonce=/)
  })

  test.each(hostile)('nobody is sent to %s', async (redirect) => {
    const browser = server().browser(app)
    const url = encodeURIComponent(redirect)
    for (const path of [`/v1/client/handshake?redirect_url=${url}`, `/v1/client/touch?redirect_url=${url}`]) {
      const { status, json, headers } = await browser.get(path)
      expect([status, json.errors[0].code, headers.get('location')]).toEqual([422, 'invalid_redirect_url', null])
    }
    const ticket = await browser.get(`/v1/tickets/accept?ticket=x&redirect_url=${url}`)
    expect(new URL(ticket.headers.get('location')!).origin).toBe('http://localhost:4000')
  })

  test('a person sees a refusal as a page', async () => {
    const answer = await server().browser(app).get('/v1/client/handshake?redirect_url=https://evil.test', { accept: 'text/html,*/*' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.text).not.toContain('evil.test')
  })

  test('a touch sets the client cookie again and goes back', async () => {
    const browser = await person('touch@example.com')
    const [[name, value]] = [...browser.cookies] as [[string, string]]
    const { status, headers } = await browser.get('/v1/client/touch?redirect_url=http://localhost:3000/a')
    expect([status, headers.get('location')]).toEqual([307, 'http://localhost:3000/a'])
    expect(headers.getSetCookie()).toEqual([expect.stringContaining(`${name}=${value}; Path=/; Max-Age=34560000`)])
    browser.cookies.set(name, `${value}x`)
    expect((await browser.get('/v1/client/touch?redirect_url=http://localhost:3000/a')).headers.getSetCookie()).toEqual([])
  })

  test('the link of a mail finishes where it was asked for, once, and says so before the fragment', async () => {
    const browser = server().browser(app)
    const { link, path } = await linkFor('link@example.com', browser)
    const opened = await browser.get(link)
    const target = new URL(opened.headers.get('location')!)
    const { json } = await browser.get(path)
    expect(opened.status).toBe(303)
    expect(target.href).toBe(
      `http://localhost:3000/sign-in?__clerk_status=verified&__clerk_created_session=${json.response.created_session_id}#/verify?x=1`,
    )
    expect(opened.headers.getSetCookie()).toEqual([expect.stringMatching(/^__client_/)])
    expect((await browser.get('/v1/me')).json.response.email_addresses[0].email_address).toBe('link@example.com')
    const again = new URL((await browser.get(link)).headers.get('location')!)
    expect(again.searchParams.get('__clerk_status')).toBe('verified')
    expect((await browser.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })

  test('a look at the link changes nothing', async () => {
    const browser = server().browser(app)
    const { link, path } = await linkFor('look@example.com', browser)
    const looks = [
      browser.send('HEAD', link),
      browser.get(link, { 'sec-purpose': 'prefetch;prerender' }),
      browser.get(link, { purpose: 'prefetch' }),
      browser.get(link, { 'sec-fetch-dest': 'image' }),
      browser.get(link, { 'sec-fetch-dest': 'iframe' }),
      browser.post(link),
      browser.send('PUT', link),
    ]
    for (const { headers } of await Promise.all(looks)) expect([headers.get('location'), headers.getSetCookie()]).toEqual([null, []])
    expect((await browser.get(path)).json.response.status).toBe('needs_first_factor')
    expect((await browser.get(link)).status).toBe(303)
  })

  test('the link opened anywhere else shows who asked and the code, and signs nobody in', async () => {
    const browser = server().browser(app)
    const { link, path } = await linkFor('elsewhere@example.com', browser)
    const code = await lastCode(server(), 'elsewhere@example.com')
    for (const other of [server().browser(app), await person('somebody-else@example.com')]) {
      const before = new Map(other.cookies)
      const { status, text, headers } = await other.get(link)
      expect([status, headers.get('location'), headers.get('referrer-policy')]).toEqual([200, null, 'no-referrer'])
      expect(text).toContain(code)
      expect(text).toContain('203.0.113.9')
      expect(text).not.toContain('<script')
      expect(other.cookies).toEqual(before)
    }
    expect((await browser.get(path)).json.response.status).toBe('needs_first_factor')
    expect((await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })).json.response.status).toBe('complete')
    expect((await server().browser(app).get(link)).text).not.toContain(code)
  })

  test.each(['', 'x', 'sia_1.abc', 'a.b.c', `sia_000000000000000000000000000.${'A'.repeat(43)}`, '<script>alert(1)</script>'])(
    'a link that is none of ours (%s) is told so',
    async (token) => {
      const { status, text } = await server()
        .browser(app)
        .get(`/v1/verify?token=${encodeURIComponent(token)}`)
      expect(status).toBe(400)
      expect(text).toContain('isn’t valid')
      expect(text).not.toContain('<script>')
    },
  )

  test('a link that came too late says so where it was asked for', async () => {
    const browser = server().browser(app)
    const { link } = await linkFor('late@example.com', browser)
    server().ports.advance(11 * 60_000)
    expect((await browser.get(link)).headers.get('location')).toContain('__clerk_status=expired')
    expect((await server().browser(app).get(link)).text).toContain('has expired')
  })

  test('a link cannot be asked for that leads somewhere foreign', async () => {
    await person('foreign@example.com')
    for (const url of hostile.filter((one) => one !== '')) {
      const { status, json } = await beginSignIn(server().browser(app), 'foreign@example.com', {
        strategy: 'email_link',
        redirect_url: url,
      })
      expect([status, json.errors[0].code]).toEqual([422, 'prohibited_redirect_url'])
    }
  })

  test('a ticket goes to the sign-in page, unused', async () => {
    const own = await server().application({ settings: { urls: { ...noUrls, home: 'http://localhost:3000/', signIn: '/sign-in' } } })
    const { status, headers } = await server().browser(own).get('/v1/tickets/accept?ticket=a%20b')
    expect([status, headers.get('location')]).toEqual([303, 'http://localhost:3000/sign-in?__clerk_status=sign_in&__clerk_ticket=a+b'])
  })

  test('a dev browser is a name of development only', async () => {
    const { json } = await server().browser(app).post('/v1/dev_browser')
    expect(json).toEqual({ object: 'dev_browser', id: expect.stringMatching(/^dvb_/), token: json.id })
    const production = await server().application({
      type: 'production',
      host: 'clerk.dvb.example.com',
      settings: { urls: { ...noUrls, home: 'https://dvb.example.com/' } },
    })
    const answer = await server().browser(production, { origin: 'https://dvb.example.com' }).post('/v1/dev_browser')
    expect([answer.status, answer.json.errors[0].code]).toEqual([400, 'request_invalid_for_environment'])
  })
})
