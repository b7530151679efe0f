import { cookieNames } from '@latchkey/backend'
import { expect, test } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { latchkeyRouteHandler } from './route-handler.ts'

const real = realServer()
const origin = 'http://localhost:3000'
const ask = (path: string, method: 'GET' | 'POST', headers: HeadersInit = {}, body?: string) =>
  latchkeyRouteHandler()[method](
    new Request(origin + path, { method, headers: { host: 'localhost:3000', ...headers }, ...(body !== undefined && { body }) }),
  )

test('forwards as the middleware does', async () => {
  const form = { origin, 'content-type': 'application/x-www-form-urlencoded' }
  const begun = await ask('/__latchkey/v1/client/sign_ups', 'POST', form, 'email_address=handler%40example.com')
  expect([begun.status, real.asked]).toEqual([200, ['POST /v1/client/sign_ups']])
  const { client } = cookieNames(real.app.publishableKey)
  expect(begun.headers.getSetCookie()[0]).toMatch(new RegExp(`^${client}=`))
  expect((await ask('/__latchkey/v1/environment', 'GET')).status).toBe(200)
})

test('below a base path as well', async () => {
  expect((await ask('/base/__latchkey/v1/environment', 'GET')).status).toBe(200)
})

test.each(['/__latchkey/inbox', '/__latchkey', '/elsewhere', '/a/b'])('nothing else: %s', async (path) => {
  expect([(await ask(path, 'GET')).status, real.asked]).toEqual([404, []])
})

test('takes no change from elsewhere', async () => {
  expect((await ask('/__latchkey/v1/client/sign_ups', 'POST', { origin: 'https://evil.example' })).status).toBe(403)
})
