import { ENDPOINTS, type Endpoint } from '@latchkey/protocol'
import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../actions/instance/create-application.ts'
import { handlers } from './handlers.ts'
import { pages } from './pages/index.ts'
import { createApp } from './registry.ts'
import { onBothDatabases } from './testing/on-both-databases.ts'

const endpoints: readonly Endpoint[] = ENDPOINTS
const filled = (path: string) => path.replaceAll(/:\w+/g, 'x_1')

test('every endpoint has a handler and every handler an endpoint', () => {
  expect(Object.keys(handlers).toSorted()).toEqual(endpoints.map(({ id }) => id).toSorted())
})

onBothDatabases('the registry', (server) => {
  let app: CreatedApplication
  let production: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
    production = await server().application({ type: 'production', host: 'clerk.example.com' })
  })

  test('mounts what the table and the pages list, twice, and the portal and the scripts beside them', () => {
    const { routes } = createApp(server().context)
    const paths = new Set(routes.map(({ path }) => path))
    const listed = [...endpoints, ...pages.map(({ endpoint }) => endpoint)].flatMap(({ path }) => [path, `/i/:slug${path}`])
    const extra = ['/npm/*', '/i/:slug/npm/*']
    expect([...paths].toSorted()).toEqual([...new Set([...listed, ...extra])].toSorted())
  })

  test.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    '%s %s lets nobody in without what it asks for',
    async (method, path, endpoint) => {
      const browser = server().browser(app)
      const wrong = [
        {},
        { authorization: 'Bearer sk_test_wrong' },
        { authorization: `Bearer ${app.publishableKey}` },
        { authorization: 'Bearer x.y.z' },
        { authorization: 'sk_test_wrong' },
        { authorization: 'Bearer ' + 'é'.repeat(10) },
        { cookie: '__client_x=client_1.x; __session=eyJhbGciOiJub25lIn0.e30.; __clerk_db_jwt=dvb_1' },
      ]
      const answers = await Promise.all(wrong.map((headers) => browser.send(method, filled(path), { headers })))
      for (const { status, json, headers } of answers) {
        expect(status).toBeLessThan(500)
        if (endpoint.auth !== 'public') expect([401, 403, 404]).toContain(status)
        if (endpoint.auth === 'secret') expect(json.errors[0].code).toMatch(/^(clerk_key_invalid|authorization_header_format_invalid)$/)
        expect(headers.get('set-cookie') ?? '').not.toContain('__session')
      }
    },
  )

  test.each(endpoints.filter(({ auth }) => auth === 'secret').map(({ method, path }) => [method, path] as const))(
    "%s %s refuses the secret key of another instance on an instance's own address",
    async (method, path) => {
      const answer = await server()
        .browser(app)
        .send(method, filled(path), { headers: { authorization: `Bearer ${production.secretKey}` } })
      expect([answer.status, answer.json.errors[0].code]).toEqual([404, 'resource_not_found'])
    },
  )

  test.each(endpoints.filter(({ door }) => door === 'frontend').map(({ method, path }) => [method, path] as const))(
    '%s %s is not opened by a secret key',
    async (method, path) => {
      const answer = await server()
        .browser(app)
        .send(method, filled(path), { headers: { authorization: `Bearer ${app.secretKey}` } })
      const overlapping = endpoints.some((other) => other.door === 'backend' && other.path === path && other.method === method)
      if (!overlapping) expect([answer.status, answer.json.errors[0].code]).toEqual([403, 'authorization_invalid'])
    },
  )

  test.each(endpoints.filter(({ mutates, door }) => mutates && door === 'frontend').map(({ method, path }) => [method, path] as const))(
    '%s %s is refused to a foreign page',
    async (method, path) => {
      const answer = await server()
        .browser(app)
        .send(method, filled(path), { headers: { origin: 'https://evil.test' } })
      expect([answer.status, answer.json.errors[0].code]).toEqual([400, 'origin_invalid'])
      expect(answer.headers.get('access-control-allow-origin')).toBe(null)
    },
  )

  test('a path answers with a slash at its end, too', async () => {
    const browser = server().browser(app)
    expect((await browser.get('/v1/environment/')).status).toBe(200)
    expect((await browser.post('/v1/client/sign_ins/', {})).json.response.object).toBe('sign_in_attempt')
  })

  test.each([
    ['PUT', '/v1/client/sign_ins', 'POST, OPTIONS'],
    ['POST', '/v1/client/handshake', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/client/sign_ins', 'POST, OPTIONS'],
    ['HEAD', '/v1/client/sign_ins', 'POST, OPTIONS'],
    ['HEAD', '/v1/client/handshake', 'GET, HEAD, OPTIONS'],
    ['POST', '/v1/client/sign_ins?_method=DELETE', 'POST, OPTIONS'],
    ['POST', '/v1/client?_method=GET', 'GET, PUT, POST, DELETE, HEAD, OPTIONS'],
    ['POST', '/inbox', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405 and tells what would be allowed', async (method, path, allow) => {
    const answer = await server().browser(app).send(method, path)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
  })

  test.each([
    '/v1/nothing',
    '/v1',
    '/V1/environment',
    '/v1//environment',
    '/v1/environment;a=b',
    '/v1/client%2fsign_ins',
    '/v1/client/x.css',
  ])('%s is nowhere, and an allowed page may read that', async (path) => {
    const answer = await server()
      .browser(app)
      .send('GET', path, { headers: { origin: 'http://localhost:3000' } })
    expect([answer.status, answer.json.errors[0].code]).toEqual([404, 'endpoint_not_found'])
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
  })

  test.each([
    '/v1/me/email_addresses/%00',
    '/v1/me/email_addresses/a%20b',
    `/v1/me/email_addresses/${'x'.repeat(129)}`,
    '/v1/users/%F0%9F%98%80',
  ])('a parameter that is no id is not found: %s', async (path) => {
    expect((await server().browser(app).get(path)).json.errors[0].code).toBe('resource_not_found')
  })

  test.each(['/v1/environment?a=%00', '/v1/client/handshake?redirect_url=http://localhost/%00'])(
    'NUL in a query is refused: %s',
    async (path) => {
      const answer = await server().browser(app).get(path)
      expect([answer.status, answer.json.errors[0].code]).toEqual([400, 'malformed_request_parameters'])
    },
  )

  test('an answer says how it may be kept, read and framed: not at all', async () => {
    const { headers } = await server().browser(app).get('/v1/client')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      vary: 'Origin',
    })
  })

  test('HEAD answers like GET, without a body', async () => {
    const answer = await server().browser(app).send('HEAD', '/v1/environment')
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([200, '', null])
  })

  test("the version of the API is nobody's business", async () => {
    for (const version of ['2026-08-20', '1999-01-01', 'x']) {
      expect((await server().browser(app).get(`/v1/environment?__clerk_api_version=${version}&_clerk_js_version=6.40.0`)).status).toBe(200)
    }
  })

  test('a body that is too large is refused before it is understood', async () => {
    const before = await server().rows('clients')
    const answer = await server()
      .browser(app)
      .post('/v1/client/sign_ins', { identifier: 'x'.repeat(300_000) })
    expect([answer.status, answer.json.errors[0].code]).toEqual([413, 'request_body_too_large'])
    expect(await server().rows('clients')).toBe(before)
  })
})
