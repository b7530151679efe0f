import { expect, test } from 'vitest'
import { sharedDomain } from './cookies.ts'

test.each([
  ['clerk.example.com', 'https://clerk.example.com', 'example.com'],
  ['auth.app.example.co.uk', 'https://auth.app.example.co.uk', 'app.example.co.uk'],
  ['clerk.example.com:8443', 'https://clerk.example.com:8443', 'example.com'],
  ['example.com', 'https://example.com', null],
  ['clerk.example.com', 'https://auth.server.example/i/abc', null],
  ['clerk.example.com', 'https://app.example.com/__clerk', null],
  [null, 'http://localhost:4000/i/abc', null],
])('the host %s reached by %s shares %s', (host, base, domain) => {
  expect(sharedDomain({ instance: { host }, base })).toBe(domain)
})
