import { expect, it } from 'vitest'
import type { FrontendCall } from '../../../actions/call.ts'
import { DEFAULT_SETTINGS } from '../../../domain/settings/instance-settings.ts'
import { continueUrl } from './paths.ts'

const call = (base: string, firstParty: boolean, urls: object = {}) =>
  ({
    base,
    firstParty,
    instance: { settings: { ...DEFAULT_SETTINGS, urls: { ...DEFAULT_SETTINGS.urls, ...urls } } },
  }) as unknown as FrontendCall

it.each([
  ['the application’s first page', call('https://app.test/__latchkey', true), 'https://app.test/'],
  ['its first page below a base path', call('https://app.test/shop/__latchkey', true), 'https://app.test/shop/'],
  ['nowhere where nobody knows the application', call('https://clerk.app.test', false), null],
  ['its home, where that is set', call('https://app.test/shop/__latchkey', true, { home: 'https://home.test/' }), 'https://home.test/'],
  ['the page that is set for it', call('https://app.test/__latchkey', true, { afterSignIn: '/main' }), 'https://app.test/main'],
])('leads to %s', (_, of, expected) => {
  expect(continueUrl(of, null, 'sign_in')).toBe(expected)
  expect(continueUrl(of, 'https://app.test/wanted', 'sign_in')).toBe('https://app.test/wanted')
})
