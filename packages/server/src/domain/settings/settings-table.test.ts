import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, patched, type SettingsPatch } from './instance-settings.ts'
import { jsonOfWords } from './setting-words.ts'
import { planChanges } from './plan-changes.ts'
import { SETTINGS, settingNamed } from './settings-table.ts'

const wordOf = (name: string, settings = DEFAULT_SETTINGS) => {
  const { kind, get } = settingNamed(name)!
  return kind.wordOf(kind.toJson(get(settings)))
}
const put = (name: string, word: string, settings = DEFAULT_SETTINGS) => {
  const plan = planChanges(settings, jsonOfWords([[name, word]]), { speech: 'words' })
  return plan.ok ? plan.next : null
}

it('shows what a new instance is like', () => {
  expect(Object.fromEntries(SETTINGS.map(({ name }) => [name, wordOf(name)]))).toEqual({
    'attributes.email_address.enabled': 'on',
    'attributes.email_address.required': 'on',
    'attributes.email_address.used_for_first_factor': 'on',
    'attributes.email_address.first_factors': 'email_code,email_link',
    'attributes.email_address.verifications': 'email_code,email_link',
    'attributes.email_address.verify_at_sign_up': 'on',
    'attributes.username.enabled': 'off',
    'attributes.username.required': 'off',
    'attributes.username.used_for_first_factor': 'on',
    'attributes.first_name.enabled': 'on',
    'attributes.first_name.required': 'off',
    'attributes.last_name.enabled': 'on',
    'attributes.last_name.required': 'off',
    'second_factor.totp': 'off',
    'second_factor.backup_code': 'off',
    'sign_up.mode': 'public',
    'session.single': 'on',
    'session.lifetime': '7d',
    'session.inactivity': 'off',
    'account.delete_self': 'on',
    'account.reverification': 'on',
    'notify.new_device': 'on',
    'notify.address_changes': 'on',
    'notify.account_deleted': 'on',
    'development.test_addresses': 'on',
    'urls.home': 'none',
    'urls.sign_in': 'none',
    'urls.sign_up': 'none',
    'urls.after_sign_in': 'none',
    'urls.after_sign_up': 'none',
    'urls.after_sign_out': 'none',
    'framing.origins': 'off',
    'brand.logo': 'none',
    'brand.color.primary': 'none',
    'brand.color.primary_dark': 'none',
    'brand.support_email': 'none',
    'brand.terms_url': 'none',
    'brand.privacy_url': 'none',
  })
})

const address = (email_address: NonNullable<SettingsPatch['attributes']>['email_address']): SettingsPatch => ({
  attributes: { email_address: email_address! },
})

/** What the settings become, beside the defaults; `null` where a rule refuses the word on its own. */
const CHANGES: readonly (readonly [name: string, word: string, changed: SettingsPatch | null])[] = [
  ['attributes.email_address.enabled', 'off', null],
  ['attributes.email_address.required', 'off', null],
  ['attributes.email_address.used_for_first_factor', 'off', null],
  ['attributes.email_address.first_factors', 'email_code', address({ firstFactors: ['email_code'] })],
  ['attributes.email_address.verifications', 'email_link', address({ verifications: ['email_link'] })],
  ['attributes.email_address.verify_at_sign_up', 'off', null],
  ['attributes.username.enabled', 'on', { attributes: { username: { enabled: true } } }],
  ['attributes.username.required', 'on', { attributes: { username: { required: true } } }],
  ['attributes.username.used_for_first_factor', 'off', { attributes: { username: { usedForFirstFactor: false } } }],
  ['attributes.first_name.enabled', 'off', { attributes: { first_name: { enabled: false } } }],
  ['attributes.first_name.required', 'on', { attributes: { first_name: { required: true } } }],
  ['attributes.last_name.enabled', 'off', { attributes: { last_name: { enabled: false } } }],
  ['attributes.last_name.required', 'on', { attributes: { last_name: { required: true } } }],
  ['sign_up.mode', 'restricted', { signUpMode: 'restricted' }],
  ['session.single', 'off', { session: { single: false } }],
  ['session.lifetime', '12h', { session: { lifetimeMs: 43_200_000 } }],
  ['session.lifetime', '5m', { session: { lifetimeMs: 300_000 } }],
  ['session.lifetime', '400d', { session: { lifetimeMs: 34_560_000_000 } }],
  ['session.inactivity', '30m', { session: { inactivityMs: 1_800_000 } }],
  ['second_factor.totp', 'on', { secondFactor: { totp: true } }],
  ['second_factor.backup_code', 'on', { secondFactor: { backup_code: true } }],
  ['account.reverification', 'off', { reverification: false }],
  ['account.delete_self', 'off', { deleteSelf: false }],
  ['notify.new_device', 'off', { notify: { newDevice: false } }],
  ['notify.address_changes', 'off', { notify: { addressChange: false } }],
  ['notify.account_deleted', 'off', { notify: { accountDeleted: false } }],
  ['development.test_addresses', 'off', { testMode: false }],
  ['framing.origins', 'https://shop.example.com', { framing: { origins: ['https://shop.example.com'] } }],
  [
    'framing.origins',
    'https://shop.example.com,https://localhost:8443',
    { framing: { origins: ['https://shop.example.com', 'https://localhost:8443'] } },
  ],
  ['brand.logo', 'https://cdn.example.com/logo.svg', { brand: { logo: 'https://cdn.example.com/logo.svg' } }],
  ['brand.logo', 'data:image/png;base64,iVBORw0KGgo=', { brand: { logo: 'data:image/png;base64,iVBORw0KGgo=' } }],
  ['brand.color.primary', '#e11d48', { brand: { primary: '#e11d48' } }],
  ['brand.color.primary_dark', '#fb7185', { brand: { primaryDark: '#fb7185' } }],
  ['brand.support_email', 'help@example.com', { brand: { supportEmail: 'help@example.com' } }],
  ['brand.terms_url', 'https://example.com/terms', { brand: { terms: 'https://example.com/terms' } }],
  ['brand.privacy_url', 'https://example.com/privacy', { brand: { privacy: 'https://example.com/privacy' } }],
  ...(['home', 'signIn', 'signUp', 'afterSignIn', 'afterSignUp', 'afterSignOut'] as const).map(
    (field) =>
      [
        `urls.${field.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`,
        'https://app.example.com/there',
        { urls: { [field]: 'https://app.example.com/there' } },
      ] as const,
  ),
]

describe.each(CHANGES)('%s=%s', (name, word, changed) => {
  it('changes that and nothing else, is shown, and can be taken back, or is refused by a rule', () => {
    const next = put(name, word)
    if (changed === null || next === null) return expect([changed, next]).toEqual([null, null])
    expect(next).toEqual(patched(DEFAULT_SETTINGS, changed))
    expect(wordOf(name, next)).toBe(word)
    expect(wordOf(name, put(name, wordOf(name), next)!)).toBe(wordOf(name))
  })

  it('is what the kind reads, in words and in JSON', () => {
    const { kind } = settingNamed(name)!
    const value = kind.fromJson(kind.jsonOf(word))
    expect(kind.wordOf(kind.toJson(value))).toBe(word)
    expect(kind.fromJson(JSON.parse(JSON.stringify(kind.toJson(value))))).toEqual(value)
  })
})

it('has tried every setting', () => {
  expect([...new Set(CHANGES.map(([name]) => name))].toSorted()).toEqual(SETTINGS.map(({ name }) => name).toSorted())
})

it.each(SETTINGS)('$name has a name, a label and a sentence', ({ name, label, sentence, since, kind }) => {
  expect(name).toMatch(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)+$/)
  expect(label).toMatch(/^[A-Z][^.]{2,50}$/)
  expect(sentence).toMatch(/^[A-Z].{10,160}\.$/)
  expect(since).toMatch(/^\d+\.\d+\.\d+$/)
  expect(kind.expected.words).not.toBe('')
  expect(kind.fromJson(kind.toJson(settingNamed(name)!.get(DEFAULT_SETTINGS)))).toBeDefined()
})

it('has no name twice, and none that another one begins with', () => {
  const names = SETTINGS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => names.some((other) => other.startsWith(`${name}.`)))).toEqual([])
})

it.each([
  ['sign_up.mode', 'Restricted'],
  ['sign_up.mode', ''],
  ['sign_up.mode', 'constructor'],
  ['attributes.email_address.first_factors', ''],
  ['attributes.email_address.first_factors', 'email_code,sms_code'],
  ['attributes.email_address.first_factors', 'email_code,email_code'],
  ['attributes.email_address.first_factors', 'email_link, email_code'],
  ['attributes.first_name.required', 'toString'],
  ['session.single', '2'],
  ['session.lifetime', 'off'],
  ['session.lifetime', '4m'],
  ['session.lifetime', '401d'],
  ['session.inactivity', '0m'],
  ['account.delete_self', 'true'],
  ['attributes.email_address.first_factors', 'ticket'],
  ['urls.home', `https://app.example.com/${'a'.repeat(2_048)}`],
  ['urls.home', 'app.example.com'],
  ['urls.home', 'javascript:alert(1)'],
  ['urls.home', 'https://ada@app.example.com/'],
  ['urls.home', 'https://:secret@app.example.com/'],
  ['urls.home', ''],
  ['framing.origins', ''],
  ['framing.origins', 'on'],
  ['framing.origins', '*'],
  ['framing.origins', 'null'],
  ['framing.origins', 'https:'],
  ['framing.origins', 'https://*.example.com'],
  ['framing.origins', 'http://shop.example.com'],
  ['framing.origins', 'https://shop.example.com/cart'],
  ['framing.origins', 'https://SHOP.example.com'],
  ['framing.origins', 'https://shop.example.com:443'],
  ['framing.origins', "https://shop.example.com 'self'"],
  ['framing.origins', 'https://shop.example.com; script-src *'],
  ['framing.origins', 'https://shop.example.com,'],
  ['framing.origins', Array.from({ length: 21 }, (_, nth) => `https://shop-${nth}.example.com`).join()],
  ['brand.logo', 'http://example.com/logo.png'],
  ['brand.logo', 'javascript:alert(1)'],
  ['brand.logo', 'data:text/html;base64,PHNjcmlwdD4='],
  ['brand.logo', 'data:image/svg+xml,<svg onload=alert(1)>'],
  ['brand.logo', `data:image/png;base64,${'A'.repeat(8_192)}`],
  ['brand.logo', ''],
  ['brand.color.primary', 'red'],
  ['brand.color.primary', '#e11d48;background:url(//evil.test)'],
  ['brand.color.primary_dark', '#e11d4'],
  ['brand.support_email', 'help'],
  ['brand.support_email', 'help@example.com?bcc=x@evil.test'],
  ['brand.support_email', 'javascript:alert(1)'],
  ['brand.terms_url', 'http://example.com/terms'],
  ['brand.terms_url', 'javascript:alert(1)'],
  ['brand.privacy_url', 'data:text/html,x'],
  ['brand.privacy_url', 'https://ada:secret@example.com/'],
])('%s=%s is refused', (name, word) => {
  const plan = planChanges(DEFAULT_SETTINGS, jsonOfWords([[name, word]]), { speech: 'words' })
  expect(plan).toMatchObject({ ok: false, faults: [{ kind: 'invalid', name }] })
})

it('takes sites as people type them, each once', () => {
  const typed = 'https://shop.example.com/, https://blog.example.com,https://shop.example.com'
  expect(wordOf('framing.origins', put('framing.origins', typed)!)).toBe('https://shop.example.com,https://blog.example.com')
})

it('takes several in any order', () => {
  expect(wordOf('attributes.email_address.first_factors', put('attributes.email_address.first_factors', 'email_link,email_code')!)).toBe(
    'email_code,email_link',
  )
})
