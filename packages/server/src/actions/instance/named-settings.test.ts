import { describe, expect, it } from 'vitest'
import type { UserAttribute } from '../../domain/settings/attributes.ts'
import { type AttributeSettings, DEFAULT_SETTINGS, type InstanceSettings } from '../../domain/settings/instance-settings.ts'
import { NAMED_SETTINGS } from './named-settings.ts'

const named = (name: string) => NAMED_SETTINGS.find((one) => one.name === name)!

it('shows what a new instance is like', () => {
  expect(Object.fromEntries(NAMED_SETTINGS.map(({ name, show }) => [name, show(DEFAULT_SETTINGS)]))).toEqual({
    'sign-up': 'public',
    'sign-in-methods': 'link,code',
    'sign-up-methods': 'link,code',
    'first-name': 'optional',
    'last-name': 'optional',
    sessions: 'one',
    'session-lifetime': '7d',
    'session-inactivity': 'off',
    'delete-self': 'on',
    'notify-new-device': 'on',
    'notify-address-changes': 'on',
    'notify-account-deleted': 'on',
    'test-addresses': 'on',
    'home-url': 'none',
    'sign-in-url': 'none',
    'sign-up-url': 'none',
    'after-sign-in-url': 'none',
    'after-sign-up-url': 'none',
    'after-sign-out-url': 'none',
    logo: 'none',
    'color.primary': 'none',
    'color.primary-dark': 'none',
    'support-email': 'none',
    'terms-url': 'none',
    'privacy-url': 'none',
  })
})

const attribute = (name: UserAttribute, changed: Partial<AttributeSettings>) => ({
  attributes: { ...DEFAULT_SETTINGS.attributes, [name]: { ...DEFAULT_SETTINGS.attributes[name], ...changed } },
})

/** What the settings become, beside the defaults. */
const CHANGES: readonly (readonly [name: string, word: string, changed: object])[] = [
  ['sign-up', 'restricted', { signUpMode: 'restricted' }],
  ['sign-in-methods', 'code', attribute('email_address', { firstFactors: ['email_code'] })],
  ['sign-up-methods', 'link', attribute('email_address', { verifications: ['email_link'] })],
  ['first-name', 'required', attribute('first_name', { enabled: true, required: true })],
  ['last-name', 'off', attribute('last_name', { enabled: false, required: false })],
  ['sessions', 'several', { session: { ...DEFAULT_SETTINGS.session, single: false } }],
  ['session-lifetime', '12h', { session: { ...DEFAULT_SETTINGS.session, lifetimeMs: 43_200_000 } }],
  ['session-lifetime', '5m', { session: { ...DEFAULT_SETTINGS.session, lifetimeMs: 300_000 } }],
  ['session-lifetime', '400d', { session: { ...DEFAULT_SETTINGS.session, lifetimeMs: 34_560_000_000 } }],
  ['session-inactivity', '30m', { session: { ...DEFAULT_SETTINGS.session, inactivityMs: 1_800_000 } }],
  ['delete-self', 'off', { deleteSelf: false }],
  ['notify-new-device', 'off', { notify: { ...DEFAULT_SETTINGS.notify, newDevice: false } }],
  ['notify-address-changes', 'off', { notify: { ...DEFAULT_SETTINGS.notify, addressChange: false } }],
  ['notify-account-deleted', 'off', { notify: { ...DEFAULT_SETTINGS.notify, accountDeleted: false } }],
  ['test-addresses', 'off', { testMode: false }],
  ['logo', 'https://cdn.example.com/logo.svg', { brand: { ...DEFAULT_SETTINGS.brand, logo: 'https://cdn.example.com/logo.svg' } }],
  ['logo', 'data:image/png;base64,iVBORw0KGgo=', { brand: { ...DEFAULT_SETTINGS.brand, logo: 'data:image/png;base64,iVBORw0KGgo=' } }],
  ['color.primary', '#e11d48', { brand: { ...DEFAULT_SETTINGS.brand, primary: '#e11d48' } }],
  ['color.primary-dark', '#fb7185', { brand: { ...DEFAULT_SETTINGS.brand, primaryDark: '#fb7185' } }],
  ['support-email', 'help@example.com', { brand: { ...DEFAULT_SETTINGS.brand, supportEmail: 'help@example.com' } }],
  ['terms-url', 'https://example.com/terms', { brand: { ...DEFAULT_SETTINGS.brand, terms: 'https://example.com/terms' } }],
  ['privacy-url', 'https://example.com/privacy', { brand: { ...DEFAULT_SETTINGS.brand, privacy: 'https://example.com/privacy' } }],
  ...(['home', 'signIn', 'signUp', 'afterSignIn', 'afterSignUp', 'afterSignOut'] as const).map(
    (field) =>
      [
        `${field.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}-url`,
        'https://app.example.com/there',
        { urls: { ...DEFAULT_SETTINGS.urls, [field]: 'https://app.example.com/there' } },
      ] as const,
  ),
]

describe.each(CHANGES)('%s=%s', (name, word, changed) => {
  it('changes that and nothing else, is shown, and can be taken back', () => {
    const setting = named(name)
    const next = setting.put(DEFAULT_SETTINGS, word) as InstanceSettings
    expect(next).toEqual({ ...DEFAULT_SETTINGS, ...changed })
    expect(setting.show(next)).toBe(word)
    expect(setting.put(next, setting.show(DEFAULT_SETTINGS))).toEqual(setting.put(DEFAULT_SETTINGS, setting.show(DEFAULT_SETTINGS)))
  })
})

it('has tried every setting', () => {
  expect([...new Set(CHANGES.map(([name]) => name))].toSorted()).toEqual(NAMED_SETTINGS.map(({ name }) => name).toSorted())
})

it.each([
  ['sign-up', 'Restricted'],
  ['sign-up', ''],
  ['sign-up', 'constructor'],
  ['sign-in-methods', ''],
  ['sign-in-methods', 'code,sms'],
  ['sign-in-methods', 'code,code'],
  ['sign-in-methods', 'link, code'],
  ['first-name', 'toString'],
  ['sessions', '2'],
  ['session-lifetime', 'off'],
  ['session-lifetime', '4m'],
  ['session-lifetime', '401d'],
  ['session-inactivity', '0m'],
  ['delete-self', 'true'],
  ['home-url', 'app.example.com'],
  ['home-url', 'javascript:alert(1)'],
  ['home-url', 'https://ada@app.example.com/'],
  ['home-url', 'https://:secret@app.example.com/'],
  ['home-url', ''],
  ['logo', 'http://example.com/logo.png'],
  ['logo', 'javascript:alert(1)'],
  ['logo', 'data:text/html;base64,PHNjcmlwdD4='],
  ['logo', 'data:image/svg+xml,<svg onload=alert(1)>'],
  ['logo', `data:image/png;base64,${'A'.repeat(8_192)}`],
  ['logo', ''],
  ['color.primary', 'red'],
  ['color.primary', '#e11d48;background:url(//evil.test)'],
  ['color.primary-dark', '#e11d4'],
  ['support-email', 'help'],
  ['support-email', 'help@example.com?bcc=x@evil.test'],
  ['support-email', 'javascript:alert(1)'],
  ['terms-url', 'http://example.com/terms'],
  ['terms-url', 'javascript:alert(1)'],
  ['privacy-url', 'data:text/html,x'],
  ['privacy-url', 'https://ada:secret@example.com/'],
])('%s=%s is refused', (name, word) => {
  expect(named(name).put(DEFAULT_SETTINGS, word)).toBe(null)
})

it('takes methods in any order', () => {
  const { put, show } = named('sign-in-methods')
  expect(show(put(DEFAULT_SETTINGS, 'code,link')!)).toBe('link,code')
})
