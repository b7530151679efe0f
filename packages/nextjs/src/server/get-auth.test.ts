import { cookieNames } from '@latchkey/backend'
import { beforeEach, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { pass, signUpThrough, visitor } from '../testing/stage.ts'
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

test('says so when the middleware did not see the request', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(getAuth({ headers: {} })).rejects.toThrow(/the Latchkey middleware did not see/)
})
