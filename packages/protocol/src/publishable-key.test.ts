import { describe, expect, test } from 'vitest'
import { encodePublishableKey, frontendApiUrl, parsePublishableKey } from './publishable-key.ts'

const key = (decoded: string): string => `pk_test_${btoa(decoded).replace(/=+$/, '')}`

describe('encodePublishableKey', () => {
  test('spells a key the unmodified SDKs were seen to accept', () => {
    expect(encodePublishableKey('development', 'clerk.localhost')).toBe('pk_test_Y2xlcmsubG9jYWxob3N0JA')
  })

  test.each(['clerk.k3j5.localhost:4000', 'clerk.example.com', '127.0.0.1:4100'])('comes back from parsing: %s', (frontendApi) => {
    for (const instanceType of ['development', 'production'] as const) {
      const encoded = encodePublishableKey(instanceType, frontendApi)
      expect(encoded.split('_')).toHaveLength(3)
      expect(parsePublishableKey(encoded)).toEqual({ instanceType, frontendApi })
    }
  })

  test.each(['localhost:4100', '', 'clerk.example.com/', 'Clerk.example.com', 'a$.b', 'https://clerk.example.com', 'a.b:0', 'a..b'])(
    'refuses the host %j',
    (host) => {
      expect(() => encodePublishableKey('production', host)).toThrow(TypeError)
    },
  )
})

describe('parsePublishableKey', () => {
  test('takes the padded spelling of the same key', () => {
    expect(parsePublishableKey('pk_test_Y2xlcmsubG9jYWxob3N0JA==')?.frontendApi).toBe('clerk.localhost')
  })

  test.each([
    ['nothing', ''],
    ['a secret key', 'sk_test_Y2xlcmsubG9jYWxob3N0JA'],
    ['an unknown type', 'pk_demo_Y2xlcmsubG9jYWxob3N0JA'],
    ['no body', 'pk_test_'],
    ['no dollar', key('clerk.localhost')],
    ['two dollars', key('clerk.localhost$$')],
    ['a dollar inside', key('clerk$.localhost$')],
    ['no dot', key('localhost$')],
    ['a path', key('clerk.localhost/x$')],
    ['credentials', key('user@clerk.localhost$')],
    ['a line end behind it', `${key('clerk.localhost$')}\n`],
    ['a space before it', ` ${key('clerk.localhost$')}`],
    ['bits that decode to nothing', 'pk_test_Y2xlcmsubG9jYWxob3N0JB'],
    ['bytes beyond ASCII', key('clérk.localhost$')],
    ['an impossible length', 'pk_test_Y2xlc'],
    ['more than a host can be', key(`${'a'.repeat(400)}.b$`)],
  ])('refuses %s', (_, malformed) => {
    expect(parsePublishableKey(malformed)).toBeNull()
  })
})

test.each([
  ['clerk.k3j5.localhost:4000', 'http://localhost:4000/i/k3j5'],
  ['clerk.k3j5.localhost', 'http://localhost/i/k3j5'],
  ['clerk.example.com', 'https://clerk.example.com'],
  ['clerk.localhost:4100', 'https://clerk.localhost:4100'],
  ['clerk.k3j5.localhost.example.com', 'https://clerk.k3j5.localhost.example.com'],
])('the Frontend API of %s is at %s', (host, url) => {
  expect(frontendApiUrl(host)).toBe(url)
})
