import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cookieNames, type CookieNames } from '@latchkey/backend'
import { encodePublishableKey } from '@latchkey/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ORIGIN, visitor } from '../testing/stage.ts'

/** What reached the server. */
interface Reached {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const secretKey = 'sk_test_0123456789'
let upstream: Server
let port: number
let names: CookieNames
let reached: Reached[]
let answer: RequestListener
let said: string[]

beforeAll(async () => {
  upstream = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      reached.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks) })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => upstream.listen(0, 'localhost', resolve))
  ;({ port } = upstream.address() as AddressInfo)
})
afterAll(() => new Promise((resolve) => upstream.close(resolve)))

beforeEach(() => {
  reached = []
  said = []
  answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"ok":true}')
  const publishableKey = encodePublishableKey('development', `clerk.abc.localhost:${port}`)
  names = cookieNames(publishableKey)
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', publishableKey)
  vi.stubEnv('LATCHKEY_SECRET_KEY', secretKey)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
})

const answers = (status: number, headers: Readonly<Record<string, string | string[]>>, body = '') =>
  void (answer = (_, response) => response.writeHead(status, headers).end(body))
const client = '/__latchkey/v1/client'

describe('what the server is told', () => {
  test("is the browser's own words, our key and place, and nothing else", async () => {
    const browser = visitor()
    browser.cookies.set(names.client, 'token').set('app_session', 'secret')
    await browser.fetch(`${client}/sign_ins?_method=PATCH&a=%20b`, {
      method: 'POST',
      body: 'identifier=ada%40example.com',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'accept-language': 'fr',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': 'empty',
        'sec-purpose': 'prefetch',
        'user-agent': 'Browser/1',
        authorization: 'Bearer app',
        'x-forwarded-for': '6.6.6.6',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '6.6.6.6',
        forwarded: 'for=6.6.6.6',
        'x-latchkey-client-ip': '6.6.6.6',
        'latchkey-client-ip': '6.6.6.6',
        'latchkey-client-token': 'stolen',
        'latchkey-secret-key': 'sk_test_other',
        'latchkey-proxy-url': 'https://evil.example',
        'clerk-secret-key': 'x',
        'x-custom': '1',
        referer: `${ORIGIN}/page?secret=1`,
        'if-none-match': '"x"',
        range: 'bytes=0-1',
      },
    })
    const [{ method, url, headers, body }] = reached as [Reached]
    expect([method, url, body.toString()]).toEqual([
      'POST',
      '/i/abc/v1/client/sign_ins?_method=PATCH&a=%20b',
      'identifier=ada%40example.com',
    ])
    const ofTheConnection = new Set([
      'host',
      'connection',
      'accept-encoding',
      'content-length',
      'transfer-encoding',
      'sec-fetch-mode',
      'cache-control',
      'pragma',
    ])
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.has(name)))).toEqual({
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-dest': 'empty',
      'sec-purpose': 'prefetch',
      'user-agent': 'Browser/1',
      accept: 'application/json',
      'accept-language': 'fr',
      'content-type': 'application/x-www-form-urlencoded',
      'latchkey-secret-key': secretKey,
      'latchkey-proxy-url': `${ORIGIN}/__latchkey`,
      'latchkey-client-token': 'token',
    })
  })

  test.each([
    [undefined, '6.6.6.6, 192.0.2.1', undefined],
    ['0', '192.0.2.1', undefined],
    ['1', '6.6.6.6, 192.0.2.1', '192.0.2.1'],
    ['2', '6.6.6.6, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
    ['3', '192.0.2.1', undefined],
    ['1', '[2001:db8::1]:443', '2001:db8::1'],
    ['1', 'unknown', undefined],
    ['1', 'a"<b>', undefined],
  ])('with %s trusted proxies and %s the visitor is at %s', async (hops, forwardedFor, expected) => {
    vi.stubEnv('LATCHKEY_TRUSTED_HOPS', hops)
    await visitor().fetch(client, { headers: { 'x-forwarded-for': forwardedFor } })
    expect(reached[0]!.headers['latchkey-client-ip']).toBe(expected)
  })

  test('of two client tokens is none', async () => {
    await visitor().fetch(client, { headers: { cookie: `${names.client}=a; ${names.client}=b` } })
    expect(reached[0]!.headers).not.toHaveProperty('latchkey-client-token')
  })

  test('is a body to the last byte', async () => {
    const body = Uint8Array.from({ length: 262_144 }, (_, at) => (at * 7) % 256)
    await visitor().fetch('/__latchkey/v1/me/email_addresses', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(reached[0]!.body.equals(body)).toBe(true)
  })
})

describe('nothing reaches the server', () => {
  test.each([
    ['a path of nothing', 'GET', '/__latchkey/inbox', 404, 'resource_not_found'],
    ['a path with a dot', 'GET', `${client}.json`, 404, 'resource_not_found'],
    ['a path upwards', 'GET', '/__latchkey/v1/%2e%2e%2finbox', 404, 'resource_not_found'],
    ['nothing behind the prefix', 'GET', '/__latchkey', 404, 'resource_not_found'],
    ['an odd verb', 'OPTIONS', client, 405, 'method_not_allowed'],
    ['a verb of no wire', 'PROPFIND', client, 405, 'method_not_allowed'],
  ])('of %s', async (_, method, path, status, code) => {
    const outcome = await visitor().fetch(path, { method })
    expect([outcome.status, outcome.json.errors[0].code, outcome.headers.get('cache-control'), reached]).toEqual([
      status,
      code,
      'no-store',
      [],
    ])
  })

  test.each([
    [{ origin: '' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: '', 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: '', 'sec-fetch-site': 'none' }, 403],
    [{ origin: '', 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: ORIGIN }, 200],
  ])('when a change comes from %o: %d', async (headers, expected) => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      const path = method === 'PATCH' ? '/__latchkey/v1/me' : client
      expect((await visitor().fetch(path, { method, headers })).status).toBe(expected)
    }
    expect(reached).toHaveLength(expected === 200 ? 4 : 0)
  })

  test('of a body that is larger than the server takes, said or found, of which no more is read', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => (pulled++, controller.enqueue(new Uint8Array(65_536))) })
    const said = await visitor().fetch(client, { method: 'POST', headers: { 'content-length': '262145' }, body: 'x' })
    const found = await visitor().fetch(client, { method: 'POST', body: new Uint8Array(262_145) })
    const streamed = await visitor().fetch(client, { method: 'POST', body: endless })
    expect([said.status, found.status, streamed.status, found.json.errors[0].code, reached]).toEqual([
      413,
      413,
      413,
      'request_body_too_large',
      [],
    ])
    expect(pulled).toBeLessThan(8)
    expect((await visitor().fetch(client, { method: 'POST', body: new Uint8Array(262_144) })).status).toBe(200)
  })
})

describe('what the browser is told', () => {
  test("is the server's answer without what is not for it", async () => {
    answers(
      200,
      {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'",
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'set-cookie': ['evil=1', 'evil2=2'],
        'access-control-allow-origin': '*',
        'latchkey-client-token': 'fresh',
        'latchkey-session': 'sess_1',
        'latchkey-session-token': 'a.b.c',
        server: 'x',
        'x-powered-by': 'x',
        'x-middleware-rewrite': 'http://evil.example',
        'clear-site-data': '"*"',
      },
      '<p>',
    )
    const browser = visitor()
    const { status, headers, text } = await browser.fetch('/__latchkey/sign-in')
    expect([status, text]).toEqual([200, '<p>'])
    expect(Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie'))).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-store',
      'latchkey-proxy': '1',
    })
    expect(Object.fromEntries(browser.cookies)).toEqual({ [names.client]: 'fresh', [names.session]: 'a.b.c', [names.hint]: 'in' })
  })

  test.each([
    [{}, []],
    [{ 'latchkey-session': 'none' }, ['session=', 'hint=']],
    [{ 'latchkey-session': 'sess_1' }, ['hint=in']],
    [{ 'latchkey-client-token': 'new', 'latchkey-session': 'none' }, ['client=new', 'session=', 'hint=']],
    [{ 'latchkey-client-token': 'a;b', 'latchkey-session-token': 'a b' }, []],
    [{ 'latchkey-session': 'none', 'latchkey-session-token': 'a.b.c' }, ['session=', 'hint=']],
  ])('in cookies: %o is %j', async (headers, expected) => {
    answers(200, headers)
    const { set, headers: told } = await visitor().fetch(client)
    expect(set.map((line) => line.replace(/^__latchkey_(\w+?)_.{8}=/, '$1='))).toEqual(expected)
    if (expected.length > 0) expect(told.get('cache-control')).toBe('private, no-store')
  })

  test('of a redirect that it is to go there itself, from the app on', async () => {
    for (const [location, expected] of [
      ['/__latchkey/sign-in/code', `${ORIGIN}/__latchkey/sign-in/code`],
      ['/main?x=1', `${ORIGIN}/main?x=1`],
      [`${ORIGIN}/main`, `${ORIGIN}/main`],
    ] as const) {
      answers(303, { location })
      const { status, headers } = await visitor().page('/__latchkey/v1/verify?token=x')
      expect([status, headers.get('location')]).toEqual([303, expected])
    }
    expect(reached).toHaveLength(3)
  })

  test.each([204, 304])('nothing more of a %d', async (status) => {
    answers(status, { etag: '"x"' })
    expect(await visitor().fetch(client)).toMatchObject({ status, text: '' })
  })

  test.each([400, 401, 403, 404, 409, 422, 429, 500, 503])('%d as it came', async (status) => {
    const body = '{"errors":[{"code":"form_code_incorrect"}],"clerk_trace_id":"x"}'
    answers(status, { 'content-type': 'application/json', 'retry-after': '7' }, body)
    const outcome = await visitor().fetch('/__latchkey/v1/me')
    expect([outcome.status, outcome.text, outcome.headers.get('retry-after')]).toEqual([status, body, '7'])
    expect([said, outcome.headers.get('latchkey-problem')]).toEqual([[], null])
  })

  test.each(['v1/verify?token=x', 'v1/tickets/accept?ticket=x', 'sign-in'])(
    '%s as the page it is: with a code, or where to go on',
    async (path) => {
      answers(200, { 'content-type': 'text/html; charset=utf-8' }, '<h1>123456</h1>')
      const { status, text } = await visitor().page(`/__latchkey/${path}`)
      expect([status, text]).toEqual([200, '<h1>123456</h1>'])
    },
  )

  test.each(['v1/client', 'v1/environment'])('%s never as a page', async (path) => {
    answers(200, { 'content-type': 'text/html' }, '<h1>Welcome to nginx</h1>')
    const { status, text } = await visitor().page(`/__latchkey/${path}`)
    expect([status, text.includes('nginx')]).toEqual([502, false])
  })

  test('HEAD has no body', async () => {
    expect(await visitor().fetch('/__latchkey/sign-in', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect(reached[0]!.method).toBe('HEAD')
  })
})

describe('what the developer is told, and in development the page', () => {
  const refused = (code: string) => JSON.stringify({ errors: [{ code }] })
  test.each([
    ['a key of another instance', 401, refused('proxy_request_invalid_secret_key'), 'secret_key_refused', /does not take the secret key/],
    [
      'an origin that is not allowed',
      400,
      refused('origin_invalid'),
      'origin_invalid',
      /latchkey apps allow-origin http:\/\/localhost:3000/,
    ],
    ['an instance that is gone', 404, refused('resource_not_found'), 'instance_unknown', /does not know the instance/],
  ])('%s', async (_, status, body, code, sentence) => {
    vi.stubEnv('NODE_ENV', 'development')
    answers(status, { 'content-type': 'application/json' }, body)
    const outcome = await visitor().fetch(client)
    expect([outcome.status, outcome.text, outcome.headers.get('latchkey-problem')?.split(' ')[0]]).toEqual([status, body, code])
    expect(said.join('\n')).toMatch(sentence)
    expect(said.join('\n')).not.toContain(secretKey)
    vi.stubEnv('NODE_ENV', 'production')
    expect((await visitor().fetch(client)).headers.get('latchkey-problem')).toBeNull()
  })

  test.each([
    ['production', false],
    ['development', true],
  ])('that the server is away, in %s', async (mode, open) => {
    vi.stubEnv('NODE_ENV', mode)
    const gone = `clerk.abc.localhost:${port + 1}`
    vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', encodePublishableKey('development', gone))
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    const asked = await visitor().fetch(client)
    expect([asked.status, asked.json.errors[0].code, asked.headers.get('latchkey-problem')?.split(' ')[0]]).toEqual([
      502,
      'server_unreachable',
      open ? 'server_unreachable' : undefined,
    ])
    const page = await visitor().page('/__latchkey/sign-in')
    expect([page.status, page.headers.get('content-type'), page.text.includes('does not answer')]).toEqual([
      502,
      'text/html; charset=utf-8',
      open,
    ])
    expect(page.text).not.toContain(secretKey)
  })
})
