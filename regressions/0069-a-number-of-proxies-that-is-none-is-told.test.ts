import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { encodePublishableKey } from '../packages/protocol/src/index.ts'
import { readSettings } from '../packages/nextjs/src/settings/read-settings.ts'

beforeEach(() => {
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', encodePublishableKey('development', 'clerk.abc.localhost:4000'))
  vi.stubEnv('LATCHKEY_SECRET_KEY', 'sk_test_0123456789abcdef')
})
afterEach(() => void vi.unstubAllEnvs())

// It was taken for 0 in silence: visitors had no address, so limits by address did nothing.
test.each(['abc', '-1', '1.5', '1e1', '100', 'one'])('LATCHKEY_TRUSTED_HOPS=%s', (hops) => {
  vi.stubEnv('LATCHKEY_TRUSTED_HOPS', hops)
  const read = readSettings()
  expect('problem' in read && read.problem).toMatchObject({
    code: 'trusted_hops_malformed',
    what: 'LATCHKEY_TRUSTED_HOPS is not a number.',
    remedy: expect.stringContaining('such as 1') as string,
  })
})

test.each([
  ['', 0],
  ['0', 0],
  ['2', 2],
  [' 1 ', 1],
])('LATCHKEY_TRUSTED_HOPS=%j is %i', (hops, trustedHops) => {
  vi.stubEnv('LATCHKEY_TRUSTED_HOPS', hops)
  expect(readSettings()).toMatchObject({ settings: { trustedHops } })
})
