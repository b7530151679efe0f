import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type InstanceSettings, withDefaults } from './settings.ts'

/** A document that an older version, or an operator who changed one thing, may have left behind. */
const stored = (document: object) => document as Partial<InstanceSettings>

it.each([
  ['nothing', {}, DEFAULT_SETTINGS],
  ['a whole document', { ...DEFAULT_SETTINGS, deleteSelf: false }, { ...DEFAULT_SETTINGS, deleteSelf: false }],
  ['one switch', { testMode: false }, { ...DEFAULT_SETTINGS, testMode: false }],
  [
    'part of the address',
    { emailAddress: { firstFactors: ['email_code'] } },
    { ...DEFAULT_SETTINGS, emailAddress: { ...DEFAULT_SETTINGS.emailAddress, firstFactors: ['email_code'] } },
  ],
  ['part of the first name', { firstName: { required: true } }, { ...DEFAULT_SETTINGS, firstName: { enabled: true, required: true } }],
  ['part of the last name', { lastName: { enabled: false } }, { ...DEFAULT_SETTINGS, lastName: { enabled: false, required: false } }],
  ['part of the session', { session: { single: false } }, { ...DEFAULT_SETTINGS, session: { ...DEFAULT_SETTINGS.session, single: false } }],
  [
    'one thing of the brand',
    { brand: { primary: '#e11d48' } },
    { ...DEFAULT_SETTINGS, brand: { ...DEFAULT_SETTINGS.brand, primary: '#e11d48' } },
  ],
  ['one URL', { urls: { home: 'https://a.test' } }, { ...DEFAULT_SETTINGS, urls: { ...DEFAULT_SETTINGS.urls, home: 'https://a.test' } }],
])('reads %s as a whole document', (_, document, expected) => {
  expect(withDefaults(stored(document))).toStrictEqual(expected)
})

it('leaves the defaults as they are', () => {
  const before = structuredClone(DEFAULT_SETTINGS)
  withDefaults(stored({ session: { single: false }, urls: { home: 'https://a.example' } }))
  expect(DEFAULT_SETTINGS).toStrictEqual(before)
})

it('lets a new instance sign people in without a password, by link and by code', () => {
  expect(DEFAULT_SETTINGS.emailAddress).toMatchObject({ enabled: true, required: true })
  expect([...DEFAULT_SETTINGS.emailAddress.firstFactors].sort()).toEqual(['email_code', 'email_link'])
})
