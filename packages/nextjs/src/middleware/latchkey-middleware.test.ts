import { NextRequest, NextResponse } from 'next/server.js'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { ORIGIN, pass, signUpThrough, visitorOf } from '../testing/stage.ts'
import { latchkeyMiddleware, type MiddlewareHandler } from './latchkey-middleware.ts'
import { createRouteMatcher } from './request-matcher.ts'

const real = realServer()
const isProtected = createRouteMatcher(['/main(.*)', '/api/mine'])
const guarded: MiddlewareHandler = async (auth, request) => {
  if (isProtected(request)) await auth.protect()
}
let count = 0
beforeEach(() => pass(3_600_000 * ++count))

describe('a handler', () => {
  test('protects what it says, and leaves the rest', async () => {
    const browser = visitorOf(latchkeyMiddleware(guarded))
    expect((await browser.page('/')).passed).toBe(true)
    const turned = await browser.page('/main?a=1')
    expect([turned.status, turned.location]).toEqual([307, '/__latchkey/sign-in?redirect_url=%2Fmain%3Fa%3D1'])
    expect((await browser.fetch('/main')).status).toBe(401)
    expect((await browser.fetch('/api/mine')).text).toBe('null')
    await signUpThrough(real.server, browser, `handler-${count}@example.com`)
    expect([(await browser.page('/main')).passed, (await browser.fetch('/api/mine')).passed]).toEqual([true, true])
    pass(61_000)
    expect((await browser.page('/main')).passed).toBe(true)
  })

  test('knows who is signed in, and has the last word', async () => {
    let seen: unknown
    const browser = visitorOf(
      latchkeyMiddleware(async (auth) => {
        const { userId, redirectToSignIn, redirectToSignUp } = await auth()
        seen = userId
        if (userId === null) return count % 2 === 0 ? redirectToSignIn({ returnBackUrl: '/back' }) : redirectToSignUp()
        return NextResponse.next({ headers: { 'x-mine': '1' } })
      }),
    )
    expect((await browser.page('/x')).location).toMatch(/^\/__latchkey\/sign-(?:in\?redirect_url=%2Fback|up\?redirect_url=%2Fx)$/)
    expect(seen).toBeNull()
    await signUpThrough(real.server, browser, `last-${count}@example.com`)
    const outcome = await browser.page('/x')
    expect([outcome.passed, outcome.headers.get('x-mine'), String(seen)]).toEqual([true, '1', expect.stringMatching(/^user_/)])
  })

  test('cannot open a path that can be read in two ways', async () => {
    const browser = visitorOf(latchkeyMiddleware(guarded))
    for (const path of ['/%6dain', '/x/%2e%2e/main', '/main%2fx', '/a%5cb'])
      expect([path, (await browser.page(path)).passed]).toEqual([path, false])
  })

  test.each([[{ role: 'admin' }], [(has: unknown) => has], [{ permission: 'x' }]])(
    'asks for no role: %o is an error, and nobody goes on',
    async (ask) => {
      const browser = visitorOf(
        latchkeyMiddleware(async (auth) => void (await (auth.protect as (...asks: unknown[]) => Promise<unknown>)(ask))),
      )
      await signUpThrough(real.server, browser, `role-${count}-${typeof ask}@example.com`)
      await expect(browser.page('/x')).rejects.toThrow(/there are no roles and permissions yet/)
    },
  )
})

test('without a handler it protects nothing, and makes the server part of the app', async () => {
  const browser = visitorOf(latchkeyMiddleware({ publicRoutes: ['/open'] }))
  expect([(await browser.page('/x')).passed, (await browser.fetch('/__latchkey/v1/environment')).status]).toEqual([true, 200])
  expect([(await browser.page('/open')).headers.get('cache-control'), (await browser.page('/x')).headers.get('cache-control')]).toEqual([
    null,
    'private, no-store',
  ])
})

test('options may be a function of the request', async () => {
  const browser = visitorOf(
    latchkeyMiddleware(guarded, async ({ nextUrl }) => ({ signInUrl: nextUrl.pathname === '/main' ? '/enter' : '/other' })),
  )
  expect((await browser.page('/main')).location).toBe('/enter?redirect_url=%2Fmain')
})

test('exported itself, it says so', () => {
  expect(() => latchkeyMiddleware(new NextRequest(ORIGIN) as never)).toThrow(/export default latchkeyMiddleware\(\)/)
})

test('a page is closed whose visitor cannot be checked', async () => {
  const browser = visitorOf(latchkeyMiddleware(guarded))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await signUpThrough(real.server, browser, `away-${count}@example.com`)
  pass(70_000)
  real.before = () => Promise.reject(new TypeError('fetch failed'))
  expect([(await browser.page('/main')).status, (await browser.page('/')).passed]).toEqual([503, true])
})
