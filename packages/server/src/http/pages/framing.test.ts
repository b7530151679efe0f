import { expect, test } from 'vitest'
import { createSignInToken } from '../../actions/backend/tokens.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signUp } from '../testing/people.ts'

const shop = 'https://shop.other.test'
const everyPage = ['/sign-in', '/sign-up', '/sign-in?__clerk_ticket=x', '/user']

onBothDatabases('pages of an instance in a frame', (server) => {
  async function production(host: string, origins: readonly string[]) {
    const urls = { home: `https://app.${host}/` }
    const app = await server().application({ type: 'production', host: `clerk.${host}`, settings: { urls, framing: { origins } } })
    return { app, browser: server().browser(app, { origin: app.frontendApiUrl }) }
  }
  const framing = (headers: Headers) => [
    /frame-ancestors ([^;]*);/.exec(headers.get('content-security-policy') ?? '')?.[1],
    headers.get('x-frame-options'),
  ]
  const refused = ["'none'", 'DENY']
  const allowed = [`${shop} https://blog.other.test`, null]

  test('nobody may have them, unless the operator names who', async () => {
    const { browser } = await production('none.test', [])
    for (const path of everyPage) {
      const { status, headers } = await browser.get(path)
      if (status !== 303) expect([path, ...framing(headers)]).toEqual([path, ...refused])
    }
    expect(framing((await browser.post('/sign-in', { email_address: 'nobody@none.test' })).headers)).toEqual(refused)
    await signUp(server(), browser, 'ada@none.test')
    const kept = [...browser.cookies.keys()].filter((name) => !name.startsWith('__client_uat')).toSorted()
    expect(kept).toEqual([expect.stringMatching(/^__Host-client_/), expect.stringMatching(/^__Host-latchkey_page_/)])
  })

  test('those whom the operator names may have them, and nobody else', async () => {
    const { browser } = await production('some.test', [shop, 'https://blog.other.test'])
    for (const path of everyPage) {
      const { status, headers } = await browser.get(path)
      if (status !== 303) expect([path, ...framing(headers)]).toEqual([path, ...allowed])
    }
    const post = (path: string, fields: Readonly<Record<string, string>>) => browser.post(path, fields)
    expect(framing((await post('/sign-in', { email_address: 'nobody@some.test' })).headers)).toEqual(allowed)
    const html = { accept: 'text/html' }
    // What went wrong is told in the frame as well.
    const foreign = await browser.post('/sign-in', { email_address: 'a@some.test' }, { ...html, origin: 'https://evil.test' })
    expect([foreign.status, ...framing(foreign.headers)]).toEqual([400, ...allowed])
    // Links of emails are opened in tabs, and whatever is no page has no frame.
    expect(framing((await browser.get('/v1/verify?token=x', html)).headers)).toEqual(refused)
    expect(framing((await browser.get('/v1/client')).headers)).toEqual([undefined, null])
  })

  test('their cookies are kept for each such site apart, under names of their own, and those without are not taken for them', async () => {
    const { app, browser } = await production('kept.test', [shop])
    const lines: string[] = []
    const seen = async (answer: Promise<{ readonly headers: Headers }>) => void lines.push(...(await answer).headers.getSetCookie())
    await signUp(server(), browser, 'ada@kept.test')
    await browser.post('/sign-out')
    const { instances, ports } = server().context
    const instance = (await instances.find({ slug: app.slug }))!
    const scope = { db: ports.storage.db, instanceId: app.instanceId }
    const caller = { ipAddress: null, userAgent: null, origin: null }
    const user = await ports.storage.db.kysely.selectFrom('users').select('id').where('instance_id', '=', app.instanceId).executeTakeFirst()
    const call = { instance, scope, keyId: 'sk_1', caller, base: app.frontendApiUrl }
    const { token } = await createSignInToken(ports, call, { user_id: user!.id })
    await seen(browser.get(`/sign-in?__clerk_ticket=${token}`))
    await seen(browser.post('/sign-in', { email_address: 'ada@kept.test' }))
    const code = await lastCode(server(), 'ada@kept.test')
    await seen(browser.post('/sign-in/code', { code }))
    await seen(browser.get(`/v1/client/touch?redirect_url=${encodeURIComponent('https://app.kept.test/')}`))
    const ours = lines.filter((line) => !line.startsWith('__client_uat'))
    const kinds = ours.map((line) => line.replace(/_[\w-]{8}=[^;]+/, '').replace(/; Max-Age=\d+/, ''))
    const kept = '; Path=/; SameSite=None; Partitioned; Secure; HttpOnly'
    expect([...new Set(kinds)].toSorted()).toEqual([`__Host-framed_client${kept}`, `__Host-framed_latchkey_page${kept}`])
    expect(kinds.filter((kind) => kind.startsWith('__Host-framed_client')).length).toBeGreaterThan(1)

    const sessions = async (cookie: string) => (await browser.get('/v1/client', { cookie })).json.response?.sessions.length ?? 0
    const [name, value] = [...browser.cookies].find(([key]) => key.startsWith('__Host-framed_client'))!
    expect(await sessions(`${name}=${value}`)).toBe(1)
    for (const other of ['__Host-client_', '__framed_client_', '__client_'])
      expect(await sessions(`${name.replace('__Host-framed_client_', other)}=${value}`)).toBe(0)
  })

  test('without https there is no such frame', async () => {
    const app = await server().application({ settings: { framing: { origins: [shop] } } })
    const browser = server().browser(app, { origin: 'http://localhost:4000' })
    expect(framing((await browser.get('/sign-in')).headers)).toEqual(refused)
    await signUp(server(), browser, 'ada@plain.test')
    expect([...browser.cookies.keys()]).toEqual([expect.stringMatching(/^__client_/)])
  })

  test('behind the server of an application, where that has https', async () => {
    const app = await server().application({ settings: { framing: { origins: [shop] } } })
    const page = async (url: string) => {
      const headers = { 'latchkey-secret-key': app.secretKey, 'latchkey-proxy-url': url, accept: 'text/html' }
      return (await server().fetch(new Request(`${app.frontendApiUrl}/sign-in`, { headers }))).headers
    }
    expect(framing(await page('https://app.localhost/__latchkey'))).toEqual([shop, null])
    expect(framing(await page('http://localhost:3000/__latchkey'))).toEqual(refused)
  })
})
