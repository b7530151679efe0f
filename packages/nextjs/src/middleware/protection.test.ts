import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { type Outcome, signUpThrough, visitor } from '../testing/stage.ts'
import { forgetKnownFiles } from './known-files.ts'

const real = realServer()
beforeEach(() => void vi.stubEnv('NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL', '/auth/signin'))
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-app-'))
  mkdirSync(join(folder, 'public'))
  for (const file of ['public/favicon.ico', 'public/logo.png']) writeFileSync(join(folder, file), '')
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  forgetKnownFiles()
  return () => rmSync(folder, { recursive: true })
})
beforeEach(() => void vi.stubEnv('NEXT_PUBLIC_LATCHKEY_SIGN_UP_URL', '/auth/signup'))

/** What became of it, in a word. */
const verdict = ({ passed, status, location, text, headers }: Outcome) => {
  if (passed) return 'on'
  expect(headers.get('cache-control')).toBe('private, no-store')
  return status === 307 ? location : `${status}${text === '' ? '' : ` ${text}`}`
}
const back = (path: string) => `/auth/signin?redirect_url=${encodeURIComponent(path)}`

describe('somebody who is not signed in', () => {
  test.each([
    ['/', 'on'],
    ['/blog', 'on'],
    ['/blog/a', 'on'],
    ['/main', back('/main')],
    ['/main?a=b&c=%20d#e', back('/main?a=b&c=%20d')],
    ['/auth/signin', 'on'],
    ['/auth/signin/factor-one', 'on'],
    ['/auth/signup', 'on'],
    ['/auth/signinx', back('/auth/signinx')],
    ['/api/x', '401 null'],
    ['/trpc/x', '401 null'],
    ['/apix', back('/apix')],
    ['/api/open', 'on'],
    ['/_next/static/chunks/a.js', 'on'],
    ['/_next/staticx', back('/_next/staticx')],
    ['/_next/image?url=%2Flogo.png&w=64&q=75', 'on'],
    ['/_next/image', back('/_next/image')],
    ['/_next/image?url=%2Fa.png&url=%2Fb.png', back('/_next/image?url=%2Fa.png&url=%2Fb.png')],
    ['/_next/webpack-hmr', back('/_next/webpack-hmr')],
    ['/favicon.ico', 'on'],
    ['/logo.png', 'on'],
    ['/favicon.png', back('/favicon.png')],
    ['/orders/1.png', back('/orders/1.png')],
    ['/legacy/1.txt', back('/legacy/1.txt')],
    ['/files/a/x.css', back('/files/a/x.css')],
    ['/files/a/logo.png', back('/files/a/logo.png')],
    ['/main.rsc', back('/main.rsc')],
    ['/api/x.png', '401 null'],
  ])('at %s: %s', async (path, expected) => {
    expect(verdict(await visitor({ publicRoutes: ['/', '/blog(.*)', '/api/open'] }).page(path))).toBe(expected)
    expect(real.asked).toEqual([])
  })

  test.each(['/blog/a%2fb', '/blog//a', '/blog%5c..%5cmain', '/blog/%6dain', '/blog/%', '/blog/%ff', '/blog/%2561', '/blog/x%00.png'])(
    'at a path that can be read in two ways is at a protected one: %s',
    async (path) => {
      const anything = visitor({ publicRoutes: '/(.*)' })
      const outcome = await anything.page(path)
      // The last one only looks odd: a percent sign that is encoded.
      expect([path, outcome.passed]).toEqual([path, path === '/blog/%2561'])
      expect((await visitor({ publicRoutes: () => true }).page(path)).passed).toBe(outcome.passed)
    },
  )

  test.each([
    ['a script', { 'sec-fetch-dest': 'empty', accept: '*/*' }, '401'],
    ['an image', { 'sec-fetch-dest': 'image' }, '401'],
    ['a frame', { 'sec-fetch-dest': 'iframe' }, back('/main')],
    ['an old browser', { 'sec-fetch-dest': '', accept: 'text/html' }, back('/main')],
    ['an old script', { 'sec-fetch-dest': '', accept: '*/*' }, '401'],
    ['JSON', { 'content-type': 'application/json' }, '401 null'],
    ['JSON of a charset, which is a page to Clerk as well', { 'content-type': 'application/json; charset=utf-8' }, back('/main')],
  ])('by %s', async (_, headers, expected) => {
    expect(verdict(await visitor().page('/main', headers as HeadersInit))).toBe(expected)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('by %s', async (method) => {
    expect(verdict(await visitor().fetch('/main', { method }))).toBe('401 null')
  })

  test('at paths that were named as those of programs, and no others', async () => {
    const browser = visitor({ apiRoutes: ['/data(.*)'] })
    expect([verdict(await browser.page('/data/x')), verdict(await browser.page('/api/x'))]).toEqual(['401 null', back('/api/x')])
  })

  test('is sent to the hosted page where the app has none, or wherever else it says', async () => {
    vi.stubEnv('NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL', '')
    expect((await visitor().page('/main?a=1')).location).toBe('/__latchkey/sign-in?redirect_url=%2Fmain%3Fa%3D1')
    expect((await visitor({ signInUrl: '/in?x=1' }).page('/main')).location).toBe('/in?x=1&redirect_url=%2Fmain')
    const elsewhere = 'https://accounts.example.com/in?redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fmain'
    expect((await visitor({ signInUrl: 'https://accounts.example.com/in' }).page('/main')).headers.get('location')).toBe(elsewhere)
  })

  test('is sent on at the address she came by', async () => {
    const { headers } = await visitor().page('/main', { host: 'app.localhost:8443', 'x-forwarded-proto': 'https' })
    expect(headers.get('location')).toBe('https://app.localhost:8443/auth/signin?redirect_url=%2Fmain')
    expect((await visitor({ appUrl: 'https://app.example.com/' }).page('/main')).headers.get('location')).toMatch(
      /^https:\/\/app\.example\.com\/auth/,
    )
    expect((await visitor().page('/main', { host: 'a@evil.example' })).status).toBe(400)
  })
})

test('somebody who is signed in gets everywhere', async () => {
  const browser = visitor()
  await signUpThrough(real.server, browser, 'everywhere@example.com')
  for (const path of ['/main', '/blog/a%2fb', '/api/x', '/auth/signin']) expect((await browser.page(path)).passed).toBe(true)
  expect((await browser.fetch('/main', { method: 'POST' })).passed).toBe(true)
})

test("what is not public is no cache's to keep, signed in or out; what is public is when nobody is told anything", async () => {
  const browser = visitor({ publicRoutes: ['/'] })
  expect((await browser.page('/')).headers.get('cache-control')).toBeNull()
  await signUpThrough(real.server, browser, 'cached@example.com')
  for (const path of ['/main', '/api/x', '/orders/1.png', '/main?_rsc=1']) {
    expect([path, (await browser.page(path)).headers.get('cache-control')]).toEqual([path, 'private, no-store'])
    expect([path, (await browser.fetch(path, { method: 'POST' })).headers.get('cache-control')]).toEqual([path, 'private, no-store'])
  }
  expect((await browser.page('/')).headers.get('cache-control')).toBeNull()
})

test('a file is read, and nothing else done to it', async () => {
  expect(verdict(await visitor().fetch('/logo.png', { method: 'POST' }))).toBe('401 null')
})

test('an image that the optimizer asks for without a host is to be had if it is public', async () => {
  const ask = (path: string) => visitor({ publicRoutes: ['/og'] }).fetch(path, { headers: { host: '' } })
  expect([(await ask('/og')).passed, (await ask('/logo.png')).passed, (await ask('/orders/1.png')).status]).toEqual([true, true, 401])
})

describe('a preflight', () => {
  const asking = { origin: 'https://other.example', 'access-control-request-method': 'GET', cookie: 'a=1', authorization: 'Bearer x' }
  beforeEach(() => {
    const handler = join(process.cwd(), 'app/api/x/[name]')
    mkdirSync(handler, { recursive: true })
    writeFileSync(join(handler, 'route.ts'), '')
    mkdirSync(join(process.cwd(), 'pages/api'), { recursive: true })
    writeFileSync(join(process.cwd(), 'pages/api/old.ts'), '')
  })

  test('goes on to the handler without a word of who sent it', async () => {
    const outcome = await visitor().fetch('/api/x/1', { method: 'OPTIONS', headers: { ...asking, 'x-latchkey-user': 'x' } })
    expect([outcome.passed, outcome.seen('cookie'), outcome.seen('authorization'), outcome.seen('x-latchkey-user')]).toEqual([
      true,
      null,
      null,
      null,
    ])
    expect([outcome.seen('origin'), outcome.headers.get('cache-control')]).toEqual(['https://other.example', 'private, no-store'])
  })

  test.each([
    ['another verb', '/api/x/1', 'GET', asking],
    ['a POST', '/api/x/1', 'POST', asking],
    ['no origin', '/api/x/1', 'OPTIONS', { ...asking, origin: '' }],
    ['no verb that is asked for', '/api/x/1', 'OPTIONS', { ...asking, 'access-control-request-method': '' }],
    ['a page', '/main', 'OPTIONS', asking],
    ['a handler of the Pages Router', '/api/old', 'OPTIONS', asking],
    ['a path that can be read in two ways', '/api/x%2f1', 'OPTIONS', asking],
    ['nothing', '/api/none', 'OPTIONS', asking],
  ])('is none: %s', async (_, path, method, headers) => {
    expect((await visitor().fetch(path, { method, headers })).passed).toBe(false)
  })

  test('goes where the app says, where it says so', async () => {
    const browser = visitor({ corsRoutes: ['/open/(.*)'] })
    expect((await browser.fetch('/open/a', { method: 'OPTIONS', headers: asking })).passed).toBe(true)
    expect((await browser.fetch('/api/x/1', { method: 'OPTIONS', headers: asking })).passed).toBe(false)
  })
})

test('a server action of somebody who was signed out leads to the sign-in, and is 401', async () => {
  const { status, headers, text } = await visitor().fetch('/main?a=1', { method: 'POST', headers: { 'next-action': 'abc' } })
  expect([status, headers.get('x-action-redirect'), headers.get('content-type'), text]).toEqual([
    401,
    '/auth/signin?redirect_url=%2Fmain%3Fa%3D1;push',
    'text/plain',
    'You are signed out. Sign in again.',
  ])
  expect(
    (
      await visitor({ signInUrl: 'https://accounts.example.com/in' }).fetch('/main', { method: 'POST', headers: { 'next-action': 'abc' } })
    ).headers.get('x-action-redirect'),
  ).toMatch(/^https:\/\/accounts\.example\.com\/in\?/)
})

describe('other code', () => {
  test('beforeAuth goes first: it may answer, keep out of it, or let it go on', async () => {
    const answer = new Response('mine', { status: 418 })
    expect((await visitor({ beforeAuth: () => answer }).page('/main')).status).toBe(418)
    expect((await visitor({ beforeAuth: () => false }).page('/main')).passed).toBe(true)
    expect((await visitor({ beforeAuth: () => undefined }).page('/main')).status).toBe(307)
    const { NextResponse } = await import('next/server.js')
    expect((await visitor({ beforeAuth: () => NextResponse.next() }).page('/main')).status).toBe(307)
  })

  test('cookies of beforeAuth are kept, whoever has the last word', async () => {
    const { NextResponse } = await import('next/server.js')
    const beforeAuth = () => {
      const response = NextResponse.next()
      response.cookies.set('NEXT_LOCALE', 'en')
      return response
    }
    const elsewhere = () => Response.redirect('http://localhost:3000/en/sign-in')
    for (const options of [
      { beforeAuth },
      { beforeAuth, afterAuth: elsewhere },
      { beforeAuth, publicRoutes: ['/(.*)'] },
      { beforeAuth, afterAuth: () => NextResponse.next() },
    ]) {
      const { set } = await visitor(options).page('/main')
      expect(set.filter((line) => line.startsWith('NEXT_LOCALE'))).toEqual(['NEXT_LOCALE=en'])
    }
  })

  test('afterAuth decides alone, told who it is and where', async () => {
    const told: unknown[] = []
    const browser = visitor({
      publicRoutes: ['/'],
      afterAuth: ({ userId, isPublicRoute, isApiRoute }) => void told.push([userId, isPublicRoute, isApiRoute]),
    })
    expect((await browser.page('/main')).passed).toBe(true)
    await browser.page('/')
    await browser.page('/api/x')
    const { json } = await signUpThrough(real.server, browser, 'after@example.com')
    await browser.page('/main')
    const userId = json.client.sessions[0].user.id
    expect(told).toEqual([
      [null, false, false],
      [null, true, false],
      [null, false, true],
      [userId, false, false],
    ])
  })

  test('what it wants the app to see, and to answer, is kept beside ours', async () => {
    const { NextResponse } = await import('next/server.js')
    const browser = visitor({
      afterAuth: (_, request) => {
        const headers = new Headers(request.headers)
        headers.set('x-mine', '1')
        headers.delete('user-agent')
        const response = NextResponse.next({ request: { headers } })
        response.cookies.set('mine', 'yes')
        response.headers.set('x-answer', '2')
        return response
      },
    })
    browser.cookies.set('other', 'a=b')
    const outcome = await browser.page('/main', { 'x-latchkey-path': '/evil', 'x-latchkey-user': 'user_1' })
    expect([outcome.seen('x-mine'), outcome.seen('user-agent'), outcome.seen('cookie')]).toEqual(['1', null, 'other=a=b'])
    expect([outcome.seen('x-latchkey-user'), outcome.seen('x-latchkey-path')]).toEqual([null, '/main'])
    expect([outcome.headers.get('x-answer'), outcome.set]).toEqual(['2', ['mine=yes']])
  })

  test('may send somewhere else within the app', async () => {
    const { NextResponse } = await import('next/server.js')
    const browser = visitor({ afterAuth: (_, request) => NextResponse.rewrite(new URL('/inner', request.url)) })
    const { headers, passed } = await browser.page('/main')
    expect([headers.get('x-middleware-rewrite'), passed]).toEqual(['http://localhost:3000/inner', false])
  })
})

test('no header of a visitor passes for one of ours', async () => {
  const outcome = await visitor({ publicRoutes: ['/'] }).page('/?a=1', {
    'x-latchkey-user-id': 'user_1',
    'X-Latchkey-Path': '/evil',
    'x-other': '1',
  })
  expect([outcome.seen('x-latchkey-user-id'), outcome.seen('x-latchkey-path'), outcome.seen('x-other')]).toEqual([null, '/?a=1', '1'])
})
