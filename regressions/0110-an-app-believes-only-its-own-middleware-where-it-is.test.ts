import { cookieNames } from '@latchkey/backend'
import { beforeEach, expect, test, vi } from 'vitest'
import { getAuth } from '../packages/nextjs/src/server/get-auth.ts'
import { readSettings } from '../packages/nextjs/src/settings/read-settings.ts'
import { reachedAt } from '../packages/nextjs/src/server/require-middleware.ts'
import { realServer } from '../packages/nextjs/src/testing/real-server.ts'
import { ORIGIN, pass, SECURE_ORIGIN, signUpThrough, visitor } from '../packages/nextjs/src/testing/stage.ts'

const real = realServer()
beforeEach(() => pass(3_600_000))
const elsewhere = 'http://localhost:3001'

/** What a script of another app of the same instance can get hold of: a token of its visitor's that was made for that app. */
async function bearerOf(address: string, at: string): Promise<string> {
  const browser = visitor({}, at)
  await signUpThrough(real.server, browser, address)
  const { json } = await browser.fetch('/__latchkey/v1/client')
  const token = await browser.post(`/v1/client/sessions/${json.response.sessions[0].id}/tokens`)
  return `Bearer ${token.json.jwt}`
}

/*
 * getAuth() never asked whom a token was made for, and auth() was told by a header that anybody may send where the middleware does
 * not look.
 */
test('a token that was made for another app of the instance opens nothing by getAuth()', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const [foreign, own] = [await bearerOf('elsewhere@example.com', elsewhere), await bearerOf('here@example.com', ORIGIN)]
  const who = async (headers: Record<string, string>) =>
    (await getAuth({ headers: { host: 'localhost:3000', 'x-latchkey-path': '/api/me', ...headers } })).isSignedIn
  expect(await who({ authorization: own })).toBe(true)
  expect(await who({ authorization: foreign })).toBe(false)
  expect(await who({ authorization: foreign, 'x-latchkey-origin': elsewhere })).toBe(false)
  vi.stubEnv('LATCHKEY_AUTHORIZED_PARTIES', elsewhere)
  expect(await who({ authorization: foreign })).toBe(true)
})

test('where the app is reached is taken from its own middleware alone', async () => {
  const read = readSettings()
  if ('problem' in read) throw new Error('No settings.')
  const { settings } = read
  const at = (said: string | null) =>
    reachedAt(new Headers({ host: 'localhost:3000', ...(said !== null && { 'x-latchkey-origin': said }) }), settings)
  const told = (await visitor({ publicRoutes: ['/'] }, SECURE_ORIGIN).page('/')).seen('x-latchkey-origin')!
  expect(await at(told)).toBe(SECURE_ORIGIN)
  // It is one of this app's and of this origin.
  expect(
    await reachedAt(new Headers({ host: 'localhost:3000', 'x-latchkey-origin': told }), { ...settings, secretKey: 'sk_test_other' }),
  ).toBe(ORIGIN)
  const seal = told.slice(SECURE_ORIGIN.length)
  for (const said of [null, '', elsewhere, elsewhere + seal, told.toUpperCase(), `${elsewhere} ${'0'.repeat(64)}`, `${told}, ${told}`])
    expect(await at(said)).toBe(ORIGIN)
})

test('nor is a cookie that a sibling host may have planted believed because a header says that there is no https', async () => {
  const browser = visitor({}, SECURE_ORIGIN)
  await signUpThrough(real.server, browser, 'planted@example.com')
  const [plain, host] = [false, true].map((secure) => cookieNames(real.app.publishableKey, { secure })) as [
    ReturnType<typeof cookieNames>,
    ReturnType<typeof cookieNames>,
  ]
  const cookie = `${plain.client}=${browser.cookies.get(host.client)}; ${plain.session}=${browser.cookies.get(host.session)}`
  const headers = { host: 'localhost:3000', 'x-forwarded-proto': 'https', 'x-latchkey-path': '/me', 'x-latchkey-origin': ORIGIN, cookie }
  expect((await getAuth({ headers })).isSignedIn).toBe(false)
})
