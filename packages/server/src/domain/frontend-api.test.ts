import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cookieSuffix, frontendApiBase, frontendApiHost, publishableKeyOf } from './frontend-api.ts'

const development = { type: 'development', slug: 'abcdefgh23', host: null } as const
const production = { type: 'production', slug: 'abcdefgh23', host: 'auth.example.com' } as const
const withHost = { ...development, host: 'auth.example.com' }
const pathOnly = { ...production, host: null }
const local = 'http://localhost:3100'

it.each([
  // instance, public URL, host in the key, base
  ['development', development, local, 'clerk.abcdefgh23.localhost:3100', 'http://localhost:3100/i/abcdefgh23'],
  ['development on a default port', development, 'http://localhost', 'clerk.abcdefgh23.localhost', 'http://localhost/i/abcdefgh23'],
  ['development with a host', withHost, local, 'clerk.abcdefgh23.localhost:3100', 'http://localhost:3100/i/abcdefgh23'],
  ['production', production, 'https://id.example.com', 'auth.example.com', 'https://auth.example.com'],
  ['production without a host', pathOnly, local, 'clerk.abcdefgh23.localhost:3100', 'http://localhost:3100/i/abcdefgh23'],
] as const)('%s', (_, instance, publicUrl, host, base) => {
  expect(frontendApiHost(instance, publicUrl)).toBe(host)
  expect(frontendApiBase(instance, publicUrl)).toBe(base)
})

describe('publishableKeyOf', () => {
  it.each([
    [development, local, 'pk_test_', 'clerk.abcdefgh23.localhost:3100$'],
    [production, local, 'pk_live_', 'auth.example.com$'],
  ] as const)("is what Clerk's SDKs decode to the host", (instance, publicUrl, prefix, decoded) => {
    const key = publishableKeyOf(instance, publicUrl)
    expect(key.slice(0, 8)).toBe(prefix)
    expect(Buffer.from(key.slice(8), 'base64').toString()).toBe(decoded)
  })
})

it('makes the cookie suffix of eight characters that a cookie name may hold', () => {
  expect(cookieSuffix('ab+/cd+/ef==')).toBe('ab-_cd-_')
  expect(cookieSuffix(createHash('sha1').update('pk_test_Y2xlcmsubG9jYWxob3N0JA').digest('base64'))).toBe('uosMEFaG')
})
