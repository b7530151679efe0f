import { HOSTED_PAGES } from '@latchkey/protocol'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { keepOneTime } from '../../actions/one-time/keep-one-time.ts'
import { keepInInbox } from '../../actions/inbox/inbox.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signUp } from '../testing/people.ts'
import { pages } from './index.ts'

const noUrls = { home: null, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null }
const wanted = 'http://localhost:3000/private?a=b'

/** The same digits as somebody's keyboard may have them. */
const arabic = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))

onBothDatabases('pages', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ name: 'Acme & <Sons>' })
  })
  const own = 'http://localhost:4000'
  const visitor = () => server().browser(app, { origin: own })
  const local = (path: string, peer: string | null = '127.0.0.1', host = 'localhost:4000') =>
    server().fetch(new Request(`http://${host}${path}`), peer)

  test('somebody signs up and in on the hosted pages, and is sent on each time', async () => {
    const browser = visitor()
    const start = await browser.get(`/sign-up?redirect_url=${encodeURIComponent(wanted)}`)
    expect(start.text).toContain('Acme &amp; &lt;Sons&gt;')
    expect(start.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3000;")
    expect(start.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    const fields = { email_address: 'Ann@Example.com', first_name: 'Ann', redirect_url: wanted }
    const first = await browser.post('/sign-up', fields)
    const again = `/i/${app.slug}/sign-up?${new URLSearchParams({ redirect_url: wanted, again: '1' })}`
    expect([first.status, first.headers.get('location'), await server().mails('ann@example.com')]).toEqual([307, again, []])
    const begun = await browser.post(own + again, fields)
    expect([begun.status, begun.headers.get('location')]).toEqual([
      303,
      `/i/${app.slug}/sign-up/code?${new URLSearchParams({ redirect_url: wanted })}`,
    ])
    expect((await browser.get(own + begun.headers.get('location')!)).text).toContain('ann@example.com')
    const wrong = await browser.post('/sign-up/code', { code: '12345', redirect_url: wanted })
    expect([wrong.status, wrong.text.includes('role="alert"'), wrong.text.includes(wanted.replace('&', '&amp;'))]).toEqual([
      422,
      true,
      true,
    ])
    const code = await lastCode(server(), 'ann@example.com')
    const done = await browser.post('/sign-up/code', { code: `${code.slice(0, 3)} ${code.slice(3)}`, redirect_url: wanted })
    expect(done.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/private\?a=b&__clerk_db_jwt=dvb_\w+$/)
    expect((await browser.get('/sign-in')).text).toContain('You’re signed in')
    expect((await browser.post('/sign-in', { email_address: 'ann@example.com' })).headers.get('location')).toBe(`/i/${app.slug}/sign-in`)

    const out = await browser.post('/sign-out')
    expect([out.status, (await browser.get('/v1/client')).json.response.sessions]).toEqual([303, []])
    await browser.post('/sign-in', { email_address: 'ann@example.com' })
    expect((await browser.get('/sign-in/code')).text).toContain('30 seconds')
    server().ports.advance(31_000)
    const resent = await browser.post('/sign-in/resend')
    expect((await browser.get(own + resent.headers.get('location')!)).text).toContain('New code sent.')
    const entered = await browser.post('/sign-in/code', { code: `Your code is ${arabic(await lastCode(server(), 'ann@example.com'))}` })
    expect(entered.headers.get('location')).toBe(`/i/${app.slug}/sign-in`)
    expect((await browser.get('/v1/me')).json.response.first_name).toBe('Ann')
  })

  test.each(['sign-in', 'sign-up'])(
    'a code that is sent when its attempt is over leads back to where one begins, which says so: %s',
    async (mode) => {
      for (const what of ['code', 'resend']) {
        const browser = visitor()
        const answer = await browser.post(`/${mode}/${what}`, { code: '123456', redirect_url: wanted })
        const query = new URLSearchParams({ redirect_url: wanted, plain: '1', over: '1' })
        expect([answer.status, answer.headers.get('location')]).toEqual([303, `/i/${app.slug}/${mode}?${query}`])
        const start = await browser.get(own + answer.headers.get('location')!)
        expect([start.status, start.text.includes('This has expired. Start again.'), start.text.includes('name="email_address"')]).toEqual([
          404,
          true,
          true,
        ])
      }
      expect((await visitor().get(`/${mode}?plain=1`)).text).not.toContain('expired')
    },
  )

  test('who is not known is told so at the field, with what she typed', async () => {
    const answer = await visitor().post('/sign-in', { email_address: 'nobody"@example.com' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="email_address"[^>]*value="nobody&quot;@example.com"[^>]*aria-invalid="true"/)
    expect((await visitor().post('/sign-in', { email_address: 'nobody@example.com' })).text).toContain('aria-invalid="true"')
  })

  test.each(['sign-in', 'sign-up'])(
    'a browser that keeps no cookies is told so before any email is sent, however often it tries: %s',
    async (mode) => {
      const address = `${mode}-nocookies@example.com`
      if (mode === 'sign-in') await signUp(server(), visitor(), address)
      const before = (await server().mails(address)).length
      const browser = visitor()
      for (const _ of [1, 2, 3]) {
        const first = await browser.post(`/${mode}`, { email_address: address })
        expect(first.status).toBe(307)
        browser.cookies.clear()
        const told = await browser.post(own + first.headers.get('location')!, { email_address: address })
        expect([told.status, /role="alert">[^<]*blocking cookies/.test(told.text), browser.cookies.size]).toEqual([422, true, 0])
      }
      expect(await server().mails(address)).toHaveLength(before)
    },
  )

  test('nobody is sent on to a foreign site, nor may a form lead there', async () => {
    const browser = visitor()
    const start = await browser.get('/sign-up?redirect_url=https://evil.test/')
    expect([start.text.includes('evil.test'), start.headers.get('content-security-policy')!.includes('evil')]).toEqual([false, false])
    for (const _ of [1, 2]) await browser.post('/sign-up', { email_address: 'safe@example.com', redirect_url: 'https://evil.test/' })
    const done = await browser.post('/sign-up/code', {
      code: await lastCode(server(), 'safe@example.com'),
      redirect_url: 'https://evil.test/',
    })
    expect(done.headers.get('location')).toBe(`/i/${app.slug}/sign-up`)
  })

  test.each(['/sign-in', '/sign-in/code', '/sign-in/resend', '/sign-in/ticket', '/sign-up', '/sign-out'])(
    'a foreign page cannot post to %s',
    async (path) => {
      const before = await server().rows('clients')
      const answer = await visitor().post(path, { email_address: 'a@example.com' }, { origin: 'https://evil.test', accept: 'text/html' })
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []])
      expect(answer.text).toContain('This website is not allowed here')
      expect(await server().rows('clients')).toBe(before)
    },
  )

  test('without an attempt there is no code to type', async () => {
    for (const path of ['/sign-in/code', '/sign-up/code']) expect((await visitor().get(path)).status).toBe(303)
    for (const path of ['/sign-in/code', '/sign-in/resend', '/sign-up/code'])
      expect((await visitor().post(path, { code: '123456' })).status).toBe(303)
  })

  test('a ticket signs in by a click, once, and not by being looked at', async () => {
    await signUp(server(), server().browser(app), 'ticket@example.com')
    const userId = (
      await server()
        .ports.storage.db.kysely.selectFrom('identifications')
        .select('user_id')
        .where('instance_id', '=', app.instanceId)
        .where('value', '=', 'ticket@example.com')
        .executeTakeFirstOrThrow()
    ).user_id
    const secret = 'T'.repeat(43)
    const scope = { db: server().ports.storage.db, instanceId: app.instanceId }
    await keepOneTime(server().ports, scope, { purpose: 'sign_in_token', secret, payload: {}, userId, lifetimeMs: 60_000 })
    const browser = visitor()
    const page = `/sign-in?__clerk_ticket=${secret}`
    const proofOf = (text: string) => /name="page_proof" value="([^"]+)"/.exec(text)![1]!
    for (let i = 0; i < 2; i++) expect((await browser.get(page)).text).toContain(`value="${secret}"`)
    expect((await browser.get('/v1/client')).json.response).toBe(null)
    const page_proof = proofOf((await browser.get(page)).text)

    // A scanner posts the form it found: without cookies, with a cookie of its own, or made up.
    const clients = await server().rows('clients')
    const other = visitor()
    const others = proofOf((await other.get(page)).text)
    const posts = [
      [visitor(), { page_proof }],
      [visitor(), {}],
      [other, { page_proof }],
      [other, {}],
      [browser, { page_proof: others }],
      [browser, {}],
    ] as const
    for (const [by, proof] of posts) {
      const shown = await by.post('/sign-in/ticket', { __clerk_ticket: secret, ...proof })
      expect([shown.status, shown.text.includes('not signed in yet'), shown.text.includes(`value="${secret}"`)]).toEqual([400, true, true])
      expect(shown.headers.getSetCookie().map((line) => line.slice(0, 14))).toEqual(['latchkey_page_'])
    }
    expect(await server().rows('clients')).toBe(clients)

    const used = await browser.post('/sign-in/ticket', { __clerk_ticket: secret, redirect_url: wanted, page_proof })
    expect(used.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/private/)
    expect((await browser.get('/v1/me')).json.response.id).toBe(userId)
    const again = await other.post('/sign-in/ticket', { __clerk_ticket: secret, page_proof: others })
    expect([again.status, again.text.includes('This link doesn’t work'), again.headers.getSetCookie()]).toEqual([400, true, []])

    // Behind an application's server, which keeps the client's cookie alone, the first post brings that and uses nothing up.
    const next = 'U'.repeat(43)
    await keepOneTime(server().ports, scope, { purpose: 'sign_in_token', secret: next, payload: {}, userId, lifetimeMs: 60_000 })
    const behind = server().firstParty(app)
    const first = await behind.post('/sign-in/ticket', { __clerk_ticket: next })
    expect([first.status, first.text.includes('not signed in yet'), behind.session]).toEqual([400, true, null])
    const blind = await server().firstParty(app).post('/sign-in/ticket', { __clerk_ticket: next })
    expect([blind.status, blind.headers.get('latchkey-session')]).toEqual([400, 'none'])
    expect((await behind.post('/sign-in/ticket', { __clerk_ticket: next })).status).toBe(303)
    expect((await behind.get('/v1/me')).json.response.id).toBe(userId)
  })

  test("the account portal sends on: to the application's page where it has one, else to ours", async () => {
    const named = await server().application({ settings: { urls: { ...noUrls, signIn: 'http://localhost:3000/auth/signin' } } })
    const ask = async (url: string) => (await server().fetch(new Request(url))).headers.get('location')
    const query = `?redirect_url=${encodeURIComponent(wanted)}`
    expect(await ask(`https://accounts.${app.slug}.localhost:4000/sign-in${query}`)).toBe(
      `${app.frontendApiUrl}/sign-in?${new URLSearchParams({ redirect_url: wanted })}`,
    )
    expect(await ask(`https://accounts.${named.slug}.localhost:4000/sign-in${query}`)).toBe(
      `http://localhost:3000/auth/signin?${new URLSearchParams({ redirect_url: wanted })}`,
    )
    expect(await ask(`https://accounts.${named.slug}.localhost:4000/sign-up`)).toBe(`${named.frontendApiUrl}/sign-up`)
    expect(await ask(`https://accounts.${app.slug}.localhost:4000/sign-in?redirect_url=https://evil.test/`)).toBe(
      `${app.frontendApiUrl}/sign-in`,
    )
    expect((await server().fetch(new Request('https://accounts.aaaaaaaaaa.localhost:4000/sign-in'))).status).toBe(400)
  })

  test('an address without a page is told to a person as a page', async () => {
    const { status, text } = await visitor().get('/nothing', { accept: 'text/html' })
    expect([status, text.includes('Page not found')]).toEqual([404, true])
  })

  describe("the server's own", () => {
    beforeAll(async () => {
      const message = (id: string, to: string, subject: string) =>
        ({
          instanceId: app.instanceId,
          id,
          channel: 'email',
          to,
          subject,
          text: 'Text',
          html: `<html><head></head><body>${subject}</body></html>`,
          code: '123456',
          link: null,
        }) as const
      await keepInInbox(server().ports, message('msg_1', 'one@example.com', 'First <b>'))
      await keepInInbox(server().ports, message('msg_2', 'two@example.com', 'Second'))
      await keepInInbox(server().ports, message('msg_2', 'two@example.com', 'Twice'))
    })

    test('home page tells where things are', async () => {
      const text = await (await local('/')).text()
      expect(text).toContain(app.publishableKey)
      expect(text).not.toContain(app.secretKey)
    })

    test('inbox shows mails, one with its frame in a sandbox', async () => {
      expect(await (await local('/inbox')).text()).toContain('First &lt;b&gt;')
      expect((await local('/inbox/msg_9')).status).toBe(404)
      const frame = await local('/inbox/msg_1/frame')
      expect(await frame.text()).toContain('First <b>')
      expect(frame.headers.get('content-security-policy')).toContain('sandbox')
      expect(frame.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    })

    test('inbox can be read by programs: newest first, by address, by instance, since a message', async () => {
      const subjects = async (query: string, prefix = '') => {
        const { data } = await (await local(`${prefix}/v1/latchkey/inbox${query}`)).json()
        return data.map(({ subject }: { subject: string }) => subject)
      }
      expect(await subjects('')).toEqual(['Second', 'First <b>'])
      expect(await subjects('?to=one@example.com')).toEqual(['First <b>'])
      expect(await subjects('?after=msg_1')).toEqual(['Second'])
      expect(await subjects('?limit=1')).toEqual(['Second'])
      expect(await subjects('', `/i/${app.slug}`)).toEqual(['Second', 'First <b>'])
      const other = await server().application()
      expect(await subjects('', `/i/${other.slug}`)).toEqual([])
    })

    test('inbox waits for a message to come', async () => {
      const waiting = local('/v1/latchkey/inbox?to=late@example.com&wait=5')
      const message = {
        instanceId: app.instanceId,
        id: 'msg_3',
        channel: 'email',
        to: 'late@example.com',
        subject: 'Late',
        text: '',
        html: '',
        code: null,
        link: null,
      } as const
      await keepInInbox(server().ports, message)
      expect((await (await waiting).json()).data).toMatchObject([{ subject: 'Late', instance_id: app.instanceId }])
      expect((await (await local('/v1/latchkey/inbox?to=never@example.com&wait=0.1')).json()).data).toEqual([])
    })

    test.each(['/', '/inbox', '/inbox/msg_1', '/inbox/msg_1/frame', '/v1/latchkey/inbox'])(
      '%s is for this machine only, called by its own name',
      async (path) => {
        expect((await local(path, '127.0.0.1')).status).toBe(200)
        for (const answer of [await local(path, '203.0.113.9'), await local(path, null), await local(path, '127.0.0.1', 'evil.test')]) {
          expect([answer.status, (await answer.text()).includes('msg_1')]).toEqual([404, false])
        }
      },
    )
  })
})

onBothDatabases(
  'a production server',
  (server) => {
    test.each(['/', '/inbox', '/v1/latchkey/inbox'])('has no %s', async (path) => {
      expect((await server().fetch(new Request(`http://localhost:4000${path}`), '127.0.0.1')).status).toBe(404)
    })
  },
  { mode: 'start' },
)

test('the hosted pages are those that apps know of', () => {
  const hosted = pages.filter(({ endpoint }) => endpoint.door !== 'latchkey').map(({ endpoint: { method, path } }) => `${method} ${path}`)
  expect(HOSTED_PAGES.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(hosted.toSorted())
})
