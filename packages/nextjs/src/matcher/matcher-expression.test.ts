import { unstable_doesMiddlewareMatch as doesMiddlewareMatch } from 'next/experimental/testing/server.js'
import { expect, test } from 'vitest'
import { matcherExpression } from './matcher-expression.ts'

const PATHS = [
  '/',
  '/a',
  '/a/',
  '/main',
  '/main.png',
  '/orders/1',
  '/orders/1.png',
  '/orders/1.js',
  '/orders/1.json',
  '/orders/1.htm',
  '/orders/a.b.c',
  '/orders/x.a1',
  '/orders/x_y',
  '/_next',
  '/_nextx',
  '/_next/static/a.js',
  '/_next/staticx',
  '/_next/image',
  '/favicon.ico',
  '/api',
  '/api/x',
  '/api/x.png',
  '/apix',
  '/trpc/a',
  '/dashboard',
  '/dashboard/a',
  '/dashboard/a/b.css',
  '/x/dashboard',
]

// What Next.js itself makes of each.
test.each([
  '/',
  '/((?!_next/static/).*)',
  '/((?!.+\\.[\\w]+$|_next).*)',
  '/(api|trpc)(.*)',
  '/dashboard/:path*',
  '/dashboard/:path+',
  '/orders/:id',
  '/orders/:id(\\d+)',
  '/a/:b?',
  '/((?!api|_next/static|_next/image|favicon.ico).*)',
  '/((?!_next|[^?]*\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)',
  '/main\\.png',
  '/:path*',
])('%s', (source) => {
  const expression = matcherExpression(source)!
  for (const path of PATHS)
    expect([path, expression.test(path)]).toEqual([path, doesMiddlewareMatch({ config: { matcher: source }, nextConfig: {}, url: path })])
})

test.each(['/a{b}', '/(a', '/((?!a).*'])('%s is not understood', (source) => {
  expect(matcherExpression(source)).toBeNull()
})
