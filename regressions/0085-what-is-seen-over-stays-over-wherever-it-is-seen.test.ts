import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { beginSignIn, lastCode, signUp } from '../packages/server/src/http/testing/people.ts'

const HOUR = 3_600_000
const YEAR = 366 * 24 * HOUR

/*
 * That a session, an attempt or a link is over was written down where somebody tried to use it, and not where it was only looked at:
 * left out of a list, then brought back by a clock that was set back.
 */
onBothDatabases('what was seen to be over, a clock set back does not revive', (server) => {
  const signedIn = async (name: string) => {
    const app = await server().application()
    const browser = server().browser(app)
    await signUp(server(), browser, `${name}@example.com`)
    const { id } = (await browser.get('/v1/client')).json.response.sessions[0]
    const userId = (await browser.get('/v1/me')).json.response.id
    return { app, browser, id: id as string, userId: userId as string }
  }
  const backend = (secretKey: string | null) => async (path: string) => {
    const { origin } = new URL(server().ports.publicUrl)
    const request = new Request(origin + path, { headers: { authorization: `Bearer ${secretKey}` } })
    return (await server().fetch(request)).json()
  }

  const seen = (answer: { status?: string } | readonly { status: string }[]) =>
    expect([answer].flat()[0]).toMatchObject({ status: 'expired' })

  test.each([
    ['the client', async ({ browser }) => void (await browser.get('/v1/client'))],
    ['a handshake', async ({ browser }) => void (await browser.get('/v1/client/handshake?redirect_url=http://localhost:3000/'))],
    ['the account', async ({ browser }) => void (await browser.get('/v1/me'))],
    ['a sign-in that begins', async ({ browser }) => void (await browser.post('/v1/client/sign_ins', { identifier: 'other@example.com' }))],
    ['a page', async ({ browser }) => void (await browser.get('/sign-in'))],
    ['the list at the Backend API', async ({ app, userId }) => seen(await backend(app.secretKey)(`/v1/sessions?user_id=${userId}`))],
    ['the session at the Backend API', async ({ app, id }) => seen(await backend(app.secretKey)(`/v1/sessions/${id}`))],
  ] as readonly (readonly [string, (of: Awaited<ReturnType<typeof signedIn>>) => Promise<void>])[])(
    'a session, by %s',
    async (name, look) => {
      const of = await signedIn(`session-${name.toLowerCase().replaceAll(' ', '-')}`)
      server().ports.advance(YEAR)
      await look(of)
      server().ports.advance(-YEAR)
      expect((await of.browser.get('/v1/client')).json.response.sessions).toEqual([])
      expect((await of.browser.post(`/v1/client/sessions/${of.id}/tokens`)).status).toBe(404)
      seen(await backend(of.app.secretKey)(`/v1/sessions/${of.id}`))
    },
  )

  test('another device’s session, by the list of one’s own', async () => {
    const app = await server().application({ settings: { session: { single: false, inactivityMs: HOUR, lifetimeMs: YEAR } } })
    const [here, there] = [server().browser(app), server().browser(app)]
    await signUp(server(), there, 'devices@example.com')
    const { id } = (await there.get('/v1/client')).json.response.sessions[0]
    server().ports.advance(HOUR)
    await beginSignIn(here, 'devices@example.com').then(async ({ json }) =>
      here.post(`/v1/client/sign_ins/${json.response.id}/attempt_first_factor`, {
        strategy: 'email_code',
        code: await lastCode(server(), 'devices@example.com'),
      }),
    )
    expect((await here.get('/v1/me/sessions/active')).json).toHaveLength(1)
    server().ports.advance(-HOUR)
    expect((await there.post(`/v1/client/sessions/${id}/tokens`)).status).toBe(404)
  })

  test.each([
    ['read', (browser, path) => browser.get(path)],
    ['shown with its client', (browser) => browser.get('/v1/client')],
    ['tried', (browser, path) => browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })],
  ] as readonly (readonly [string, (browser: ReturnType<ReturnType<typeof server>['browser']>, path: string) => Promise<unknown>])[])(
    'an attempt, %s',
    async (name, look) => {
      const { app } = await signedIn(`attempt-${name.replaceAll(' ', '-')}`)
      const browser = server().browser(app)
      const begun = await beginSignIn(browser, `attempt-${name.replaceAll(' ', '-')}@example.com`)
      const path = `/v1/client/sign_ins/${begun.json.response.id}`
      server().ports.advance(48 * HOUR)
      await look(browser, path)
      server().ports.advance(-48 * HOUR)
      expect((await browser.get(path)).status).toBe(404)
      const code = await lastCode(server(), `attempt-${name.replaceAll(' ', '-')}@example.com`)
      expect((await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })).status).toBe(404)
      expect((await browser.get('/v1/client')).json.response).toMatchObject({ sessions: [], sign_in: null })
    },
  )

  test('a sign-up', async () => {
    const app = await server().application()
    const browser = server().browser(app)
    const begun = await browser.post('/v1/client/sign_ups', { email_address: 'up@example.com', strategy: 'email_code' })
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    server().ports.advance(48 * HOUR)
    expect((await browser.get(path)).status).toBe(404)
    server().ports.advance(-48 * HOUR)
    const code = await lastCode(server(), 'up@example.com')
    expect((await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })).status).toBe(404)
  })

  test.each([
    [
      'by opening its link elsewhere',
      async ({ app, link }) => {
        const [first, second] = [await server().browser(app).get(link), await server().browser(app).get(link)]
        return [first.text.includes('expired'), second.text === first.text]
      },
    ],
    ['by opening its link where it began', async ({ browser, link }) => browser.get(link)],
    ['by looking at its attempt', async ({ browser, path }) => browser.get(path)],
  ] as readonly (readonly [
    string,
    (of: {
      readonly app: Awaited<ReturnType<typeof signedIn>>['app']
      readonly browser: ReturnType<ReturnType<typeof server>['browser']>
      readonly link: string
      readonly path: string
    }) => Promise<unknown>,
  ])[])('a code, %s', async (name, look) => {
    const address = `link-${name.replaceAll(' ', '-')}@example.com`
    const { app } = await signedIn(`link-${name.replaceAll(' ', '-')}`)
    const browser = server().browser(app)
    const begun = await beginSignIn(browser, address, { strategy: 'email_link', redirect_url: 'http://localhost:3000/verify' })
    const path = `/v1/client/sign_ins/${begun.json.response.id}`
    const { link, code } = (await server().mails(address)).at(-1)!
    server().ports.advance(HOUR)
    // Whoever tells what they saw saw it twice alike.
    const seen = await look({ app, browser, link: link!, path })
    if (Array.isArray(seen)) expect(seen).toEqual([true, true])
    server().ports.advance(-HOUR)
    await browser.get(link!)
    const tried = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
    expect([tried.status, (await browser.get('/v1/client')).json.response.sessions]).toEqual([422, []])
  })
})
