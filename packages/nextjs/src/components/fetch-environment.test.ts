import { encodePublishableKey } from '@latchkey/protocol'
import { expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { fetchEnvironment } from './fetch-environment.ts'

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
