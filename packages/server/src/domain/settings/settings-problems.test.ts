import { expect, it } from 'vitest'
import { type AttributeSettings, DEFAULT_SETTINGS, patched, type SettingsPatch } from './instance-settings.ts'
import { settingsProblems } from './settings-problems.ts'

const address = (email_address: Partial<AttributeSettings>, more: SettingsPatch = {}): SettingsPatch => ({
  ...more,
  attributes: { email_address },
})
const nobody =
  'Nobody could sign in. Leave one way in: attributes.email_address.enabled and attributes.email_address.used_for_first_factor.'
const nothing =
  'People could sign up without anything to sign in with. Turn on attributes.email_address.required, or set sign_up.mode to restricted.'
const strangers =
  'People could sign up with somebody else’s email address. Leave attributes.email_address.verify_at_sign_up on while ' +
  'people sign in with it.'

it('asks for no proof of what nothing proves', () => {
  const username = { enabled: true, required: true, verifyAtSignUp: false }
  expect(settingsProblems(patched(DEFAULT_SETTINGS, { attributes: { username } }))).toEqual([])
})

it.each<[string, SettingsPatch, readonly string[]]>([
  ['what a new instance has', {}, []],
  ['an address that is off', address({ enabled: false }), [nobody]],
  [
    'a username alone, by which nobody comes in',
    { attributes: { email_address: { enabled: false }, username: { enabled: true, required: true } } },
    [nobody],
  ],
  [
    'a username that is required where the address is not',
    { attributes: { email_address: { required: false }, username: { enabled: true, required: true } } },
    [nothing],
  ],
  ['an address that nobody signs in with', address({ usedForFirstFactor: false }), [nobody]],
  ['an address that need not be given', address({ required: false }), [nothing]],
  ['the same where only the Backend API makes accounts', address({ required: false }, { signUpMode: 'restricted' }), []],
  ['an address that need not be proven', address({ verifyAtSignUp: false }), [strangers]],
  ['all of it', address({ required: false, verifyAtSignUp: false }), [nothing, strangers]],
  ['names that are off and required', { attributes: { first_name: { enabled: false, required: true } } }, []],
])('%s', (_, patch, sentences) => {
  expect(settingsProblems(patched(DEFAULT_SETTINGS, patch)).map(({ sentence }) => sentence)).toEqual(sentences)
})
