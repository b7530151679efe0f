import { cookieNames } from '@latchkey/backend'
import { encodePublishableKey } from '@latchkey/protocol'
import type { ReactElement } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
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
