import { expect, test } from 'vitest'
import { forwardedPath, isBelowPrefix } from './forwarded-path.ts'

test.each([
  'v1/client', 'v1/client/sign_ins/sia_1/attempt_first_factor', 'v1/me', 'sign-in', 'sign-in/code', 'sign-up', 'sign-up/a/b', 'user', 'user/security',
  'sign-out', 'assets/app-1a2b.js', 'assets/app.css',
])('%s is forwarded', (path) => {
  expect(forwardedPath(`/__latchkey/${path}`)).toBe(path)
  expect(forwardedPath(`/__latchkey/${path}/`)).toBe(path)
  expect(forwardedPath(`/__latchkey/${path}//`)).toBeNull()
})

test.each([
  '', '/', 'v1', 'v1/', 'v1//client', 'v1//client/', 'v1/../admin', 'v1/%2e%2e', 'v1/client.js', 'v2/client', 'sign-inx', 'sign-out/x', 'assets/', 'assets/..',
  'assets/a..b', 'assets/a/b.js', 'assets/../v1', '.well-known/jwks.json', 'inbox', 'npm/@clerk/clerk-js', 'i/other/v1/client', 'v1/a b', 'v1/ä', 'v1/client?x', '/v1/client',
])('%j is not', (path) => {
  expect(forwardedPath(`/__latchkey/${path}`)).toBeNull()
})

test.each([
  ['/__latchkey', true],
  ['/__latchkey/v1', true],
  ['/__latchkeyx', false],
  ['/a/__latchkey/v1', false],
  ['/__LATCHKEY/v1', false],
])('%s is ours: %s', (pathname, expected) => {
  expect(isBelowPrefix(pathname)).toBe(expected)
})
