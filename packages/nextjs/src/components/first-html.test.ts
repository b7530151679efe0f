import { DEFAULT_ENVIRONMENT } from '@latchkey/js'
import { encodePublishableKey } from '@latchkey/protocol'
import { expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { fetchEnvironment, firstHtml } from './first-html.ts'

const environment = { ...DEFAULT_ENVIRONMENT, applicationName: 'Acme' }

test.each([
  ['nothing', undefined, ''],
  ['no target', {}, ''],
  ['a target', { redirect_url: '/main?a=b' }, '?redirect_url=%2Fmain%3Fa%3Db'],
  ['two targets, which are none', { redirect_url: ['/a', '/b'] }, ''],
  ['something else, which stays behind', { __latchkey_status: 'verified' }, ''],
])('of %s in the page’s query', async (_, query, search) => {
  const searchParams = query === undefined ? undefined : Promise.resolve(query)
  expect(await firstHtml({ searchParams, environment, redirectUrl: '/x' })).toEqual({ environment, redirectUrl: '/x', search })
})

test('what the page says itself stands', async () => {
  const props = { environment, search: '?redirect_url=/mine', searchParams: Promise.resolve({ redirect_url: '/other' }) }
  expect((await firstHtml(props)).search).toBe('?redirect_url=/mine')
})

const real = realServer()
let count = 0
/** An instance whose server was never asked. */
const strange = () =>
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', encodePublishableKey('development', `clerk.strange${count++}.localhost:4000`))

test('tells what a form is drawn from', async () => {
  expect(await fetchEnvironment()).toMatchObject({ applicationName: 'Acme', instanceType: 'development', emailAddress: { enabled: true } })
  expect(real.asked).toEqual(['GET /v1/environment'])
})

test.each([
  ['nobody answers', () => Promise.reject(new TypeError('fetch failed'))],
  ['there is no such instance', async () => new Response('{}', { status: 404 })],
  ['somebody else answers', async () => new Response('<html>')],
])('is null where %s, who is not asked again at once', async (_, answer) => {
  strange()
  const fetch = vi.fn<() => Promise<Response>>(answer)
  vi.stubGlobal('fetch', fetch)
  expect([await fetchEnvironment(), await fetchEnvironment(), fetch.mock.calls.length]).toEqual([null, null, 1])
})

test('is null without a key that can be read', async () => {
  for (const key of ['', 'pk_test_x']) {
    vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', key)
    expect(await fetchEnvironment()).toBeNull()
  }
  expect(real.asked).toEqual([])
})
