import { NextResponse } from 'next/server.js'
import { expect, test } from 'vitest'
import { realServer } from '../packages/nextjs/src/testing/real-server.ts'
import { visitor } from '../packages/nextjs/src/testing/stage.ts'

realServer()

// `NextResponse.rewrite()` says so in a header of its own, and was taken for the answer: a private page was everybody's.
test('a rewrite that beforeAuth asks for is for people who are signed in', async () => {
  const browser = visitor({
    publicRoutes: ['/'],
    beforeAuth: (request) => NextResponse.rewrite(new URL(`/en${request.nextUrl.pathname}`, request.url)),
  })
  const closed = await browser.page('/main', { 'x-latchkey-path': '/forged' })
  expect([closed.status, closed.location]).toEqual([307, expect.stringMatching(/^\/__latchkey\/sign-in\?redirect_url=/)])
  const open = await browser.page('/', { 'x-latchkey-path': '/forged' })
  expect([open.status, open.headers.get('x-middleware-rewrite'), open.seen('x-latchkey-path')]).toEqual([
    200,
    'http://localhost:3000/en/',
    '/',
  ])
})
