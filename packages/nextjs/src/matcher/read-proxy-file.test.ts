import { expect, test } from 'vitest'
import { readProxyFile } from './read-proxy-file.ts'

test.each([
  ['export const config = { matcher: [\'/a\', "/b", `/c`] }', ['/a', '/b', '/c']],
  ["export const config = { matcher: '/a' }", ['/a']],
  [
    "export const config = {\n  // matcher: ['/old'],\n  matcher: [\n    /* '/none' */ '/((?!.+\\\\.[\\\\w]+$|_next).*)', '/',\n  ],\n}",
    ['/((?!.+\\.[\\w]+$|_next).*)', '/'],
  ],
  [
    "config = { matcher: ['/x[a-z]', { source: '/o' }, { source: '/c', missing: [{ type: 'header', key: 'a' }] }, '/z'] }",
    ['/x[a-z]', '/o', '/z'],
  ],
  ["const a = 'http://x' // matcher: ['/no']\nexport default a", null],
])('the matcher of %j', (text, expected) => {
  expect(readProxyFile(text).matcher).toEqual(expected)
})

test('routes that are written out', () => {
  const { publicRoutes } = readProxyFile(
    "authMiddleware({ publicRoutes: ['/', '/blog(.*)', /^\\/x[/]y/i], ignoredRoutes: '/health', beforeAuth: () => '/no' })",
  )
  expect(publicRoutes).toEqual(['/', '/blog(.*)', /^\/x[/]y/i, '/health'])
  expect(readProxyFile('authMiddleware({ publicRoutes: (request) => isOpen(request, "/a") })').publicRoutes).toEqual([])
})
