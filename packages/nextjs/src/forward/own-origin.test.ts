import { expect, test } from 'vitest'
import { ownOrigin } from './own-origin.ts'

const origin = (headers: Record<string, string>, protocol = 'http:', settings: { appOrigin?: string | null; trustedHops?: number } = {}) =>
  ownOrigin(new Headers(headers), protocol, { appOrigin: null, trustedHops: 0, ...settings })

test.each([
  [{ host: 'localhost:3000' }, 'http:', 'http://localhost:3000'],
  [{ host: 'app.example' }, 'https:', 'https://app.example'],
  [{ host: 'app.example', 'x-forwarded-proto': 'https' }, 'http:', 'https://app.example'],
  [{ host: 'app.example', 'x-forwarded-proto': 'http, https' }, 'http:', 'https://app.example'],
  [{ host: 'app.example', 'x-forwarded-proto': 'javascript' }, 'https:', 'http://app.example'],
  [{ host: 'APP.example:443', 'x-forwarded-proto': 'https' }, 'http:', 'https://app.example'],
  [{ host: '[::1]:3000' }, 'http:', 'http://[::1]:3000'],
  [{ host: 'app.example', 'x-forwarded-host': 'evil.example' }, 'http:', 'http://app.example'],
  [{}, 'http:', null],
  [{ host: '' }, 'http:', null],
  [{ host: 'evil.example/path' }, 'http:', null],
  [{ host: 'a@evil.example' }, 'http:', null],
  [{ host: 'app.example:99999' }, 'http:', null],
  [{ host: 'app example' }, 'http:', null],
  [{ host: '-app.example' }, 'http:', null],
])('%j over %s is %s', (headers, protocol, expected) => {
  expect(origin(headers as Record<string, string>, protocol)).toBe(expected)
})

test('a proxy that is trusted says which host it was reached at', () => {
  expect(origin({ host: 'internal:3000', 'x-forwarded-host': 'evil.example, app.example' }, 'http:', { trustedHops: 1 })).toBe(
    'http://app.example',
  )
  expect(origin({ host: 'app.example' }, 'https:', { trustedHops: 1 })).toBe('https://app.example')
})

test('what was configured goes before everything', () => {
  expect(origin({ host: 'evil.example' }, 'http:', { appOrigin: 'https://app.example' })).toBe('https://app.example')
})
