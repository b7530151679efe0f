import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signIn, signUp } from '../testing/people.ts'
import type { Seen } from '../testing/test-browser.ts'
import { bindingOf, claimsOf } from './testing/claims.ts'

const origin = 'http://localhost:3000'

onBothDatabases("the hosted pages at an application's own origin", (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ name: 'Acme & <Sons>' })
    await signUp(server(), server().firstParty(app), 'known@example.com', { first_name: 'Ann' })
  })
  const visitor = () => server().firstParty(app)
  const locationOf = ({ headers }: Seen) => headers.get('location')
  /** Where the forms and links of a page lead. */
  const leads = ({ text }: Seen) =>
    [...text.matchAll(/(?:action|href)="(?!data:)([^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
  /** Sends a form as a browser that has no cookie yet: once more, with the one it was given. */
  const begin = async (browser: Pick<ReturnType<typeof visitor>, 'post'>, path: string, fields: Readonly<Record<string, string>>) => {
    const first = await browser.post(path, fields)
    return first.status === 307 ? browser.post(locationOf(first)!.replace(/^\/(?:__latchkey|i\/\w+)/, ''), fields) : first
  }
  const follow = (browser: ReturnType<typeof visitor>, seen: Seen) => browser.get(locationOf(seen)!.replace(/^\/__latchkey/, ''))

  test('a form on a page of the application begins a sign-in that ends where it said', async () => {
    const browser = visitor()
    const begun = await begin(browser, '/sign-in?redirect_url=/main?a=b', {
      email_address: 'known@example.com',
      first_name: '',
      last_name: '',
    })
    const query = new URLSearchParams({ redirect_url: `${origin}/main?a=b` })
    expect([begun.status, locationOf(begun)]).toEqual([303, `/__latchkey/sign-in/code?${query}`])
    const page = await follow(browser, begun)
    expect(leads(page)).toEqual(['/__latchkey/sign-in/code', `/__latchkey/sign-in?${query}`])
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${origin};`)
    const wrong = await browser.post('/sign-in/code', { code: '12345', redirect_url: `${origin}/main?a=b` })
    expect([wrong.status, leads(wrong)[0]]).toEqual([422, '/__latchkey/sign-in/code'])
    const code = await lastCode(server(), 'known@example.com')
    const done = await browser.post('/sign-in/code', { code, redirect_url: `${origin}/main?a=b` })
    expect([done.status, locationOf(done)]).toEqual([303, `${origin}/main?a=b`])
    expect(claimsOf(browser.session!)).toMatchObject({ sid: browser.said, cnf: { client: bindingOf(browser.client!) } })
  })

  test('a form begins a sign-up just as well', async () => {
    const browser = visitor()
    const begun = await begin(browser, '/sign-up?redirect_url=/main', {
      email_address: 'New@Example.com',
      first_name: 'Bea',
      last_name: 'Bell',
    })
    expect(locationOf(begun)).toMatch(/^\/__latchkey\/sign-up\/code\?/)
    await browser.post('/sign-up/code', { code: await lastCode(server(), 'new@example.com'), redirect_url: `${origin}/main` })
    expect((await browser.get('/v1/me')).json.response).toMatchObject({ first_name: 'Bea', last_name: 'Bell' })
  })

  test('the link of such a mail leads through the application, and on', async () => {
    const linked = await server().application({ name: 'Linked' })
    const browser = server().firstParty(linked)
    await begin(browser, '/sign-up?redirect_url=/main', { email_address: 'link@example.com' })
    const { link } = (await server().mails('link@example.com')).at(-1)!
    expect(link).toMatch(/^http:\/\/localhost:3000\/__latchkey\/v1\/verify\?token=/)
    const opened = await browser.get(link!)
    const target = new URL(locationOf(opened)!)
    expect([target.origin, target.pathname, target.searchParams.get('__latchkey_status')]).toEqual([
      origin,
      '/__latchkey/sign-up',
      'verified',
    ])
    const page = await browser.get(`/sign-up${target.search}`)
    expect(page.text).toContain('You’re signed in')
    expect(leads(page)).toEqual([
      `${origin}/main`,
      '/__latchkey/sign-out',
      `/__latchkey/user?${new URLSearchParams({ redirect_url: `${origin}/main` })}`,
    ])
  })

  test('whoever a script signed in is sent on by the server, and anybody else to the beginning', async () => {
    const browser = visitor()
    const query = new URLSearchParams({ redirect_url: `${origin}/main` })
    expect(locationOf(await browser.get(`/sign-in/continue?${query}`))).toBe(`/__latchkey/sign-in?${query}`)
    await signIn(server(), browser, 'known@example.com')
    for (const mode of ['sign-in', 'sign-up']) expect(locationOf(await browser.get(`/${mode}/continue?${query}`))).toBe(`${origin}/main`)
    expect(locationOf(await browser.get('/sign-in/continue?redirect_url=https://evil.example/'))).not.toContain('evil')
  })

  test('without a place to go on to, there is the first page of the application', async () => {
    const browser = visitor()
    await begin(browser, '/sign-in', { email_address: 'known@example.com' })
    const done = await browser.post('/sign-in/code', { code: await lastCode(server(), 'known@example.com') })
    expect(locationOf(done)).toBe(`${origin}/`)
  })

  test.each([
    '//evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    'https://evil.test/',
    'https:evil.test',
    'HTTPS://EVIL.TEST',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.test',
    '/a/..//evil.test',
    `${origin}//evil.test`,
    `${origin}@evil.test`,
    'http://localhost:3000.evil.test/',
    `${origin}\\@evil.test`,
    '@evil.test',
    '.evil.test',
    'main',
    ' /main',
    '/main\u0000',
    '',
  ])('nobody is sent on to %j', async (target) => {
    const browser = visitor()
    const query = new URLSearchParams({ redirect_url: target })
    if (!target.includes('\u0000')) {
      const begun = await begin(browser, `/sign-in?${query}`, { email_address: 'known@example.com' })
      expect([begun.status, locationOf(begun)]).toEqual([303, '/__latchkey/sign-in/code'])
      const page = await browser.get(`/sign-in/code?${query}`)
      expect([page.text, page.headers.get('content-security-policy')].join()).not.toMatch(/evil/i)
      const code = await lastCode(server(), 'known@example.com')
      const done = await browser.post(`/sign-in/code?${query}`, { code, redirect_url: target })
      expect(locationOf(done)).toBe(`${origin}/`)
      const out = await browser.post(`/sign-out?${query}`)
      expect(locationOf(out)).toBe('/__latchkey/sign-in')
    } else expect((await browser.post(`/sign-in?${query}`)).status).toBe(400)
  })

  test.each([
    ['/main', `${origin}/main`],
    ['/', `${origin}/`],
    ['/a/../b?c=//d#e', `${origin}/b?c=//d#e`],
    ['/@evil.test', `${origin}/@evil.test`],
    [`${origin}/main`, `${origin}/main`],
    ['http://127.0.0.1:5173/x', 'http://127.0.0.1:5173/x'],
  ])('a target of the application is taken: %s', async (target, expected) => {
    const browser = visitor()
    await signIn(server(), browser, 'known@example.com')
    const page = await browser.get(`/sign-in?${new URLSearchParams({ redirect_url: target })}`)
    expect(leads(page)[0]).toBe(expected)
  })

  test("a path alone is no target where the page is not at the application's origin", async () => {
    const browser = server().browser(app)
    const begun = await begin(browser, '/sign-in?redirect_url=/main', { email_address: 'known@example.com' })
    expect(locationOf(begun)).toBe(`/i/${app.slug}/sign-in/code`)
  })

  test('the account shows who is signed in, takes another name, and signs out', async () => {
    const browser = visitor()
    const asked = await browser.get('/user?redirect_url=/main')
    const back = `${origin}/__latchkey/user?${new URLSearchParams({ redirect_url: `${origin}/main` })}`
    expect([asked.status, locationOf(asked)]).toEqual([303, `/__latchkey/sign-in?${new URLSearchParams({ redirect_url: back })}`])
    await signIn(server(), browser, 'known@example.com')
    await browser.post('/v1/me/email_addresses', { email_address: 'second@example.com' })
    const page = await browser.get('/user?redirect_url=/main')
    expect(page.text).toContain('value="Ann"')
    expect(page.text).toMatch(/known@example\.com <span class="badge">primary/)
    expect(page.text).toMatch(/second@example\.com <span class="badge">not confirmed/)
    expect(leads(page)).toEqual(['/__latchkey/user', `${origin}/main`, '/__latchkey/sign-out'])
    const saved = await browser.post('/user', { first_name: 'Eve', last_name: '', redirect_url: '/main' })
    expect([saved.status, (await follow(browser, saved)).text.includes('Name saved.')]).toEqual([303, true])
    expect((await browser.get('/v1/me')).json.response).toMatchObject({ first_name: 'Eve', last_name: null })
    const bad = await browser.post('/user', { first_name: 'x'.repeat(300), last_name: 'Kept' })
    expect([bad.status, bad.text.includes('aria-invalid="true"'), bad.text.includes('value="Kept"')]).toEqual([422, true, true])
    expect((await browser.get('/v1/me')).json.response.first_name).toBe('Eve')
    const out = await browser.post('/sign-out', { redirect_url: '/goodbye' })
    expect([locationOf(out), browser.said, browser.session]).toEqual([`${origin}/goodbye`, 'none', null])
    expect((await browser.post('/user', { first_name: 'X' })).status).toBe(303)
  })

  test('the account of an application that asks for no last name keeps none', async () => {
    const app = await server().application({ settings: { attributes: { last_name: { enabled: false } } } })
    const browser = server().firstParty(app)
    await signUp(server(), browser, 'short@example.com', { first_name: 'Ann' })
    expect((await browser.get('/user')).text).not.toContain('last_name')
    expect((await browser.post('/user', { first_name: 'Eve', last_name: 'Smuggled' })).status).toBe(303)
    expect((await browser.get('/v1/me')).json.response).toMatchObject({ first_name: 'Eve', last_name: null })
  })

  test('a page of a foreign origin can post none of them', async () => {
    const browser = visitor()
    await signIn(server(), browser, 'known@example.com')
    for (const path of ['/sign-in', '/sign-up', '/user', '/sign-out']) {
      const seen = await browser.post(path, { first_name: 'Evil' }, { origin: 'https://evil.test', accept: 'text/html' })
      expect([seen.status, seen.text.includes('This website is not allowed here')]).toEqual([400, true])
    }
    expect((await browser.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })
})
