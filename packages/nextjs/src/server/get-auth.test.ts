import { type CookieNames, cookieNames } from '@latchkey/backend'
import { beforeEach, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { pass, SECURE_ORIGIN, signUpThrough, visitor } from '../testing/stage.ts'
import { getAuth } from './get-auth.ts'

const real = realServer()
beforeEach(() => pass(3_600_000))

test('knows who made a request, of a route handler or of the Pages Router', async () => {
  const browser = visitor()
  await signUpThrough(real.server, browser, 'pages@example.com')
  const names = cookieNames(real.app.publishableKey)
  const cookie = [names.client, names.session].map((name) => `${name}=${browser.cookies.get(name)}`).join('; ')
  const seen = { cookie, 'x-latchkey-path': '/api/me' }
  for (const headers of [new Headers(seen), seen, { ...seen, cookie: [cookie] }]) {
    expect(await getAuth({ headers })).toMatchObject({ isSignedIn: true, userId: expect.stringMatching(/^user_/) })
  }
  expect(await getAuth({ headers: { ...seen, cookie: `${names.session}=${browser.cookies.get(names.session)}` } })).toMatchObject({
    isSignedIn: false,
    userId: null,
  })
})

test('by https, believes only cookies that no other host can set', async () => {
  const browser = visitor({}, SECURE_ORIGIN)
  await signUpThrough(real.server, browser, 'secure@example.com')
  const [plain, host] = [false, true].map((secure) => cookieNames(real.app.publishableKey, { secure })) as [CookieNames, CookieNames]
  const cookie = (names: CookieNames) =>
    `${names.client}=${browser.cookies.get(host.client)}; ${names.session}=${browser.cookies.get(host.session)}`
  const who = async (origin: object, names: CookieNames) =>
    (await getAuth({ headers: { ...origin, cookie: cookie(names), 'x-latchkey-path': '/api/me' } })).isSignedIn
  const told = (await browser.page('/me')).seen('x-latchkey-origin')!
  for (const origin of [{ 'x-latchkey-origin': told }, { host: 'localhost:3000', 'x-forwarded-proto': 'https' }])
    expect([await who(origin, host), await who(origin, plain)]).toEqual([true, false])
  const origin = { host: 'localhost:3000', 'x-forwarded-proto': 'http' }
  expect([await who(origin, host), await who(origin, plain)]).toEqual([false, true])
})

test('says so when the middleware did not see the request', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(getAuth({ headers: {} })).rejects.toThrow(/the Latchkey middleware did not see/)
})
