import { encodePublishableKey } from '@latchkey/protocol'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { latchkeyRouteHandler } from '../server/route-handler.ts'
import { pass, visitor } from '../testing/stage.ts'

const key = encodePublishableKey('development', 'clerk.abc.localhost:4000')
const live = encodePublishableKey('production', 'clerk.example.com')
const secret = 'sk_test_0123456789abcdef'
let said: string[]
let hours = 0

beforeEach(() => {
  said = []
  vi.useFakeTimers({ toFake: ['Date'] })
  pass(3_600_000 * ++hours)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
  return () => void vi.useRealTimers()
})

const CASES: readonly (readonly [string, string, string, RegExp])[] = [
  ['no publishable key', '', secret, /no publishable key.*NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY.*\.env\.local/],
  ['half a publishable key', key.slice(0, -3), secret, /publishable key cannot be read/],
  ['a secret key in its place', secret, secret, /publishable key cannot be read/],
  ['no secret key', key, '', /no secret key.*LATCHKEY_SECRET_KEY/],
  ['a secret key with a line break', key, 'sk_test_0123456789\nabcdef', /secret key cannot be read/],
  ['a publishable key in its place', key, key, /secret key cannot be read/],
  ['keys of a development and a production instance', live, secret, /different instances/],
]

describe.each(CASES)('with %s', (_, publishableKey, secretKey, sentence) => {
  beforeEach(() => {
    vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', publishableKey)
    vi.stubEnv('LATCHKEY_SECRET_KEY', secretKey)
  })
  const hides = (text: string) => {
    for (const part of [secret, '0123456789']) expect(text).not.toContain(part)
  }

  test('a page says what to do, in development', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    const { status, headers, text } = await visitor().page('/main')
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([500, 'text/html; charset=utf-8', 'no-store'])
    expect(text.replaceAll(/<[^>]+>|\s+/g, ' ')).toMatch(sentence)
    expect(said).toEqual([expect.stringMatching(sentence)])
    hides(text + said.join())
  })

  test('a page says nothing but that it cannot be had, in production; the terminal says all', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const page = await visitor({ publicRoutes: '/(.*)' }).page('/')
    const asked = await visitor().fetch('/__latchkey/v1/client')
    expect([page.status, asked.status]).toEqual([500, 500])
    for (const { text } of [page, asked]) expect(text).not.toMatch(/LATCHKEY|\.env|sk_|pk_/)
    expect(said).toEqual([expect.stringMatching(sentence)])
    hides(page.text + asked.text + said.join())
  })

  test('files of the app are served all the same', async () => {
    expect((await visitor().page('/_next/static/chunks/app.js')).passed).toBe(true)
  })

  test('a route handler answers alike', async () => {
    const response = await latchkeyRouteHandler().GET(
      new Request('http://localhost:3000/__latchkey/v1/client', { headers: { host: 'localhost:3000' } }),
    )
    expect(response.status).toBe(500)
  })
})
