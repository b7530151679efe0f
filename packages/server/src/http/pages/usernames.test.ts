import { expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

const asked = (required: boolean) => ({ attributes: { username: { enabled: true, required } } })

onBothDatabases('the pages without scripts, where one has a username,', (server) => {
  const visitor = (app: CreatedApplication) => server().browser(app, { origin: 'http://localhost:4000' })
  const fields = (text: string) => [...text.matchAll(/<input id="([^"]+)"/g)].map(([, name]) => name)
  /** Posts a form, and once more with its first cookie where it is asked to. */
  async function post(browser: Browser, path: string, values: Readonly<Record<string, string>>) {
    const answer = await browser.post(path, values)
    return answer.status === 307 ? browser.post(`http://localhost:4000${answer.headers.get('location')!}`, values) : answer
  }

  test('ask for what one may sign in with, and for the name where one signs up', async () => {
    const [app, strict, plain] = await Promise.all([
      server().application({ settings: asked(false) }),
      server().application({ settings: asked(true) }),
      server().application(),
    ])
    const page = async (of: CreatedApplication, path: string) => (await visitor(of).get(`${path}?plain=1`)).text
    const signIn = await page(app, '/sign-in')
    expect(signIn).toContain('Email address or username</label>')
    expect(signIn).toMatch(/name="email_address"[^>]*type="text" autocomplete="username"/)
    expect(fields(signIn)).toEqual(['email_address'])
    expect(fields(await page(app, '/sign-up'))).toEqual(['first_name', 'last_name', 'username', 'email_address'])
    expect(await page(app, '/sign-up')).not.toMatch(/name="username"[^>]*required/)
    expect(await page(strict, '/sign-up')).toMatch(/name="username"[^>]*required/)
    expect(await page(plain, '/sign-in')).toMatch(/Email address<\/label>[^]*name="email_address"[^>]*type="email"/)
    expect(fields(await page(plain, '/sign-up'))).not.toContain('username')
  })

  test('sign up with it, tell at its field what is wrong with it, and sign in by it', async () => {
    const app = await server().application({ settings: asked(true) })
    const browser = visitor(app)
    const typed = { email_address: 'ada@example.com', first_name: '', last_name: '', username: 'ada l' }
    const told = await post(browser, '/sign-up', typed)
    expect([told.status, /name="username" value="ada l"[^>]*aria-invalid="true"/.test(told.text)]).toEqual([422, true])
    expect((await post(browser, '/sign-up', { ...typed, username: 'Ada_L' })).status).toBe(303)
    expect((await browser.post('/sign-up/code', { code: await lastCode(server(), 'ada@example.com') })).status).toBe(303)
    await browser.post('/sign-out')
    server().ports.advance(31_000)
    expect((await post(browser, '/sign-in', { email_address: 'ada_l' })).status).toBe(303)
    const done = await browser.post('/sign-in/code', { code: await lastCode(server(), 'ada@example.com') })
    expect(done.status).toBe(303)
    expect((await browser.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })

  test('show nobody who knows a username the address behind it', async () => {
    const app = await server().application({ settings: asked(false) })
    await signUp(server(), server().browser(app), 'eve.secret@example.com', { username: 'eve_e' })
    server().ports.advance(31_000)
    const stranger = visitor(app)
    await post(stranger, '/sign-in', { email_address: 'eve_e' })
    const { status, text } = await stranger.get('/sign-in/code')
    expect([status, text.includes('eve.secret'), text.includes('e***@e***.com')]).toEqual([200, false, true])
    const known = visitor(app)
    server().ports.advance(31_000)
    await post(known, '/sign-in', { email_address: 'eve.secret@example.com' })
    expect((await known.get('/sign-in/code')).text).toContain('eve.secret@example.com')
  })
})
