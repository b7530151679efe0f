import { cookieNames } from '@latchkey/backend'
import { encodePublishableKey } from '@latchkey/protocol'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { beforeEach, expect, inject, test, vi } from 'vitest'
import { forgetMatcher } from '../matcher/check-matcher.ts'
import { readProblem } from '../problems/problem.ts'
import type { ClientProviderProps } from './client-provider.tsx'
import { LatchkeyProvider, type LatchkeyProviderProps } from './provider.tsx'

const key = encodePublishableKey('development', 'clerk.abc.localhost:4000')
let said: string[]
beforeEach(() => {
  said = []
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', key)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
})
const handed = (props: LatchkeyProviderProps = {}) => (LatchkeyProvider(props) as ReactElement<ClientProviderProps>).props

test('hands over what the browser needs, and nothing that is secret', () => {
  vi.stubEnv('LATCHKEY_SECRET_KEY', 'sk_test_0123456789')
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL', '/in')
  const props = handed({ signUpUrl: '/up', nonce: 'abc' })
  expect(props).toMatchObject({ publishableKey: key, hintCookie: cookieNames(key).hint, nonce: 'abc', problem: null })
  expect(props.urls).toEqual({
    signInUrl: '/in',
    signUpUrl: '/up',
    fallbackRedirectUrl: '/',
    afterSignOutUrl: '/',
    userProfileUrl: '/__latchkey/user',
    plainBaseUrl: '/__latchkey',
  })
  expect(JSON.stringify(props)).not.toContain('sk_')
})

test('an app without pages of its own has the hosted ones', () => {
  expect(handed().urls).toMatchObject({ signInUrl: '/__latchkey/sign-in', signUpUrl: '/__latchkey/sign-up' })
})

test('a page that the matcher leaves out is told on the page in development, and nowhere on one in production', () => {
  const proxy = 'export default authMiddleware()\nexport const config = { matcher: ["/main"] }'
  const home = mkdtempSync(join(inject('scratch'), 'outside-'))
  mkdirSync(join(home, 'app/open'), { recursive: true })
  writeFileSync(join(home, 'proxy.ts'), proxy)
  writeFileSync(join(home, 'app/open/page.tsx'), '')
  vi.spyOn(process, 'cwd').mockReturnValue(home)
  for (const [mode, told] of [
    ['development', 'pages_outside proxy.ts%20%2Fopen'],
    ['production', null],
  ] as const) {
    forgetMatcher()
    vi.stubEnv('NODE_ENV', mode)
    expect(handed().problem).toBe(told)
  }
  forgetMatcher()
  expect(readProblem('pages_outside proxy.ts%20%2Fopen')).toMatchObject({
    what: 'The matcher in proxy.ts leaves out /open: nothing there is protected except by auth.protect().',
    remedy: expect.stringContaining('name it in publicRoutes'),
  })
})

test.each([
  ['', 'keys_missing', /neither of its two keys/],
  [key.slice(0, -2), 'publishable_key_malformed', /cannot be read/],
])('with the key %j the page says what to do in development, and there is none in production', (publishableKey, code, sentence) => {
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', publishableKey)
  vi.stubEnv('NODE_ENV', 'development')
  expect(handed().problem).toBe(code)
  expect(said).toEqual([expect.stringMatching(sentence)])
  vi.stubEnv('NODE_ENV', 'production')
  expect(() => handed()).toThrow(sentence)
})
