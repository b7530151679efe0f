import { type Endpoint, ENDPOINTS, HOSTED_PAGES } from '@latchkey/protocol'
import { describe, expect, test } from 'vitest'
import { forwardedPath, isBelowPrefix } from './forwarded-path.ts'

const endpoints: readonly Endpoint[] = ENDPOINTS
/** Not for browsers through an app. */
const keptBack = new Set(['frontend/create-dev-browser', 'frontend/handshake', 'frontend/touch-client', 'frontend/get-session-state'])
const filled = (path: string) => path.replaceAll(/:\w+/g, (name) => (name === ':name' ? 'app-1a2b.js' : 'x_1'))
const takes = (method: string, path: string) => forwardedPath(`/__latchkey${path}`)?.methods.has(method) ?? false
const passes = endpoints.filter(({ door, id }) => door === 'frontend' && !keptBack.has(id))

describe('of the wire', () => {
  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
    const { method, path, response } = endpoint
    const forwarded = passes.some((other) => other.method === method && other.path === path)
    expect(takes(method, filled(path))).toBe(forwarded)
    // Neither a verb nor a letter more than the table has.
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'get']) {
      expect([other, takes(other, filled(path))]).toEqual([
        other,
        passes.some((one) => one.method === other && filled(one.path) === filled(path)),
      ])
    }
    const read = passes.find((one) => one.method === 'GET' && one.path === path)
    expect(takes('HEAD', filled(path))).toBe(read !== undefined && read.response !== 'redirect' && response !== 'redirect')
    for (const odd of spellings(filled(path))) expect([odd, forwardedPath(odd)]).toEqual([odd, null])
  })
})

test.each(HOSTED_PAGES.map(({ method, path }) => [method, path] as const))('of the hosted pages: %s %s', (method, path) => {
  expect(takes(method, filled(path))).toBe(true)
  expect(takes('DELETE', filled(path))).toBe(false)
  for (const odd of spellings(filled(path))) expect([odd, forwardedPath(odd)]).toEqual([odd, null])
})

test('an app with trailing slashes has one at the end, and no more', () => {
  expect(forwardedPath('/__latchkey/v1/client/')?.path).toBe('v1/client')
  expect(forwardedPath('/__latchkey/v1/client//')).toBeNull()
})

/** What a reader could take for the same path. */
function spellings(path: string): readonly string[] {
  const below = `/__latchkey${path}`
  const last = path.slice(path.lastIndexOf('/') + 1)
  return [
    `/__latchkey/${path}`,
    `${below}//`,
    `${below}/x/y/z`,
    `${below}/..`,
    `${below}/.`,
    `${below}%2f`,
    `${below}%00`,
    `${below};a`,
    `${below}\\`,
    `${below}?x`,
    `${below}#x`,
    `${below} `,
    `${below}\n`,
    `${below}.`,
    `/__latchkey/x/..${path}`,
    `/__latchkey/.${path}`,
    `/__latchkey/i/other${path}`,
    `/__latchkey/%76${path.slice(1)}`,
    below.replace(/\/([^/]+)$/, '//$1'),
    below.replace(/\/([^/]+)$/, '%2f$1'),
    below.replace(/\/([^/]+)$/, '/./$1'),
    below.replace(/\/([^/]+)$/, '\\$1'),
    ...(path.includes('_1')
      ? []
      : [`/__latchkey${path.toUpperCase()}`, `${below.slice(0, -1)}%${last.charCodeAt(last.length - 1).toString(16)}`]),
  ]
}

test.each([
  '',
  '/',
  'v1',
  'v1/',
  'inbox',
  'inbox/msg_1',
  'inbox/msg_1/frame',
  'v1/latchkey/inbox',
  'v1/latchkey/inbox/',
  'v1/latchkey',
  'v1/latchkey/session',
  'v1/LATCHKEY/inbox',
  'v1/latchkey%2finbox',
  'v1//latchkey/inbox',
  'v1/./latchkey/inbox',
  'v1/client/../latchkey/inbox',
  'v1/client/%2e%2e/latchkey/inbox',
  'v1/client/..%2flatchkey/inbox',
  'v1\\latchkey\\inbox',
  'v1/users',
  'v1/users/user_1',
  'v1/sessions',
  'v1/jwks',
  'v1/health',
  'v1/testing_tokens',
  'v1/email_addresses',
  '.well-known/jwks.json',
  '.well-known/openid-configuration',
  'npm/@clerk/clerk-js',
  'i/other/v1/client',
  'v1/clientx',
  'v2/client',
  'V1/client',
  'v1/client.js',
  'v1/..',
  'v1/../admin',
  'v1/a b',
  'v1/ä',
  'v1/client?x',
  'sign-inx',
  'sign-in/code/x',
  'sign-in/anything',
  'sign-out/x',
  'Sign-In',
  'user/security',
  'assets',
  'assets/',
  'assets/..',
  'assets/.',
  'assets/.env',
  'assets/a..b',
  'assets/a/b.js',
  'assets/../v1',
  `assets/${'a'.repeat(129)}`,
  'v1/client/sign_ins/..',
  'v1/client/sign_ins/a%2fb',
  'v1/client/sign_ins/a/b/c',
  'metrics',
  'dashboard',
  '_next/static',
])('%j is not forwarded', (path) => {
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
