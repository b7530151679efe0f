import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type InstanceSettings, patched, type SettingsPatch } from './instance-settings.ts'
import { fromStored, toStored } from './stored-settings.ts'

const changed = (patch: SettingsPatch) => patched(DEFAULT_SETTINGS, patch)

it.each([
  ['nothing', {}, DEFAULT_SETTINGS],
  ['one switch', { testMode: false }, changed({ testMode: false })],
  [
    'part of the address',
    { emailAddress: { firstFactors: ['email_code'] } },
    changed({ attributes: { email_address: { firstFactors: ['email_code'] } } }),
  ],
  ['part of the first name', { firstName: { required: true } }, changed({ attributes: { first_name: { required: true } } })],
  ['part of the last name', { lastName: { enabled: false } }, changed({ attributes: { last_name: { enabled: false } } })],
  ['part of the session', { session: { single: false } }, changed({ session: { single: false } })],
  ['one thing of the brand', { brand: { primary: '#e11d48' } }, changed({ brand: { primary: '#e11d48' } })],
  ['one URL', { urls: { home: 'https://a.test' } }, changed({ urls: { home: 'https://a.test' } })],
] as const)('reads %s as a whole document', (_, document, expected) => {
  expect(fromStored(document)).toStrictEqual(expected)
})

it('leaves the defaults as they are', () => {
  const before = structuredClone(DEFAULT_SETTINGS)
  fromStored({ session: { single: false }, urls: { home: 'https://a.example' }, firstName: { required: true } })
  expect(DEFAULT_SETTINGS).toStrictEqual(before)
})

/** As the version before this shape stored an instance, every setting changed. */
const BEFORE = {
  emailAddress: { enabled: true, required: true, firstFactors: ['email_code'], verifications: ['email_link'] },
  firstName: { enabled: true, required: true },
  lastName: { enabled: false, required: false },
  signUpMode: 'restricted',
  session: { lifetimeMs: 43_200_000, inactivityMs: 1_800_000, single: false },
  deleteSelf: false,
  testMode: false,
  urls: {
    home: 'https://app.example.com/',
    signIn: 'https://app.example.com/in',
    signUp: 'https://app.example.com/up',
    afterSignIn: null,
    afterSignUp: null,
    afterSignOut: 'https://app.example.com/bye',
  },
}

it('stores what has no way in by itself as it is', () => {
  expect(toStored(DEFAULT_SETTINGS)).toMatchObject({ firstName: DEFAULT_SETTINGS.attributes.first_name })
  expect((toStored(DEFAULT_SETTINGS) as { firstName: unknown }).firstName).toStrictEqual(DEFAULT_SETTINGS.attributes.first_name)
  const read = fromStored({ firstName: { usedForFirstFactor: true, firstFactors: [] } })
  expect(read.attributes.first_name).toMatchObject({ usedForFirstFactor: true, firstFactors: [] })
})

it('reads what the version before stored', () => {
  const { emailAddress: _, firstName: __, lastName: ___, ...same } = BEFORE
  expect(fromStored(BEFORE)).toStrictEqual(
    changed({
      ...(same as SettingsPatch),
      attributes: {
        email_address: { firstFactors: ['email_code'], verifications: ['email_link'] },
        first_name: { required: true },
        last_name: { enabled: false },
      },
    }),
  )
})

/** How the version before read a document, group by group. */
function readBefore(document: { readonly [key: string]: unknown }) {
  const groups = ['emailAddress', 'firstName', 'lastName', 'session', 'urls'] as const
  const defaults = { ...BEFORE, ...DEFAULT_IN_OLD_SHAPE }
  return {
    ...defaults,
    ...document,
    ...Object.fromEntries(groups.map((group) => [group, { ...defaults[group], ...(document[group] as object | undefined) }])),
  } as typeof BEFORE & { readonly [key: string]: unknown }
}

const DEFAULT_IN_OLD_SHAPE = {
  ...DEFAULT_SETTINGS,
  emailAddress: { enabled: true, required: true, firstFactors: ['email_link', 'email_code'], verifications: ['email_code', 'email_link'] },
  firstName: { enabled: true, required: false },
  lastName: { enabled: true, required: false },
}

it('stores what the version before reads', () => {
  expect(readBefore(toStored(fromStored(BEFORE)))).toMatchObject(BEFORE)
  expect(readBefore(toStored(DEFAULT_SETTINGS))).toMatchObject({ emailAddress: DEFAULT_IN_OLD_SHAPE.emailAddress })
})

it('loses nothing when the version before changes what this one stored', () => {
  const mine = changed({
    attributes: {
      email_address: { verifyAtSignUp: false, usedForSecondFactor: true },
      first_name: { required: true },
    },
    notify: { newDevice: false },
  })
  const old = readBefore(toStored(mine))
  const written = { ...old, emailAddress: { ...old.emailAddress, firstFactors: ['email_code'] }, signUpMode: 'restricted' }
  expect(fromStored(written)).toStrictEqual(
    patched(mine, { attributes: { email_address: { firstFactors: ['email_code'] } }, signUpMode: 'restricted' }),
  )
})

it('keeps what a newer version stored, and does not offer what it does not know', () => {
  const newer = { phoneNumber: { enabled: true }, session: { pinned: true }, emailAddress: { firstFactors: ['email_code', 'email_wave'] } }
  const read = fromStored(newer)
  expect(read.attributes.email_address.firstFactors).toEqual(['email_code'])
  expect(toStored(read)).toMatchObject({ phoneNumber: { enabled: true }, session: { pinned: true, single: true } })
})

it('stores a list as a newer version made it, until somebody chooses anew', () => {
  const stored = {
    emailAddress: { firstFactors: ['email_wave', 'email_code'], secondFactors: ['email_wave'], verifications: ['email_code'] },
  }
  const read = fromStored(stored)
  expect(toStored(read)).toMatchObject(stored)
  const other = patched(read, { testMode: false, attributes: { email_address: { verifications: ['email_link'] } } })
  expect(toStored(other)).toMatchObject({ emailAddress: { ...stored.emailAddress, verifications: ['email_link'] }, testMode: false })
  const anew = patched(read, { attributes: { email_address: { firstFactors: ['email_link'] } } })
  expect(toStored(anew)).toMatchObject({ emailAddress: { firstFactors: ['email_link'], secondFactors: ['email_wave'] } })
  expect(Object.keys(toStored(read).emailAddress as object)).not.toContain('newer')
})

it('stores a shorter list as chosen anew, though a newer version had put more into it', () => {
  const read = fromStored({ emailAddress: { firstFactors: ['email_wave', 'email_code', 'email_link'] } })
  const shorter = patched(read, { attributes: { email_address: { firstFactors: ['email_code'] } } })
  expect(toStored(shorter)).toMatchObject({ emailAddress: { firstFactors: ['email_code'] } })
})

it('stores a way in that only a newer version knows, and lets nobody in by it', () => {
  const stored = { emailAddress: { firstFactors: ['email_wave'] } }
  const read = fromStored(stored)
  expect(read.attributes.email_address.usedForFirstFactor).toBe(false)
  expect(toStored(read)).toMatchObject(stored)
  const on = patched(read, { attributes: { email_address: { usedForFirstFactor: true } } })
  const { firstFactors } = DEFAULT_SETTINGS.attributes.email_address
  expect(toStored(on)).toMatchObject({ emailAddress: { firstFactors } })
})

it('stores a way in that is off as one that the version before offers nobody, and offers the usual ones when it is on again', () => {
  const off = toStored(changed({ attributes: { email_address: { usedForFirstFactor: false, firstFactors: ['email_code'] } } }))
  expect(off).toMatchObject({ emailAddress: { firstFactors: [] } })
  expect(fromStored(off).attributes.email_address).toMatchObject({
    usedForFirstFactor: false,
    firstFactors: DEFAULT_SETTINGS.attributes.email_address.firstFactors,
  })
})

it.each<[string, InstanceSettings]>([
  ['the defaults', DEFAULT_SETTINGS],
  ['names off', changed({ attributes: { first_name: { enabled: false }, last_name: { enabled: false } } })],
])('reads %s back as they were stored', (_, settings) => {
  expect(fromStored(JSON.parse(JSON.stringify(toStored(settings))))).toStrictEqual(settings)
})

it('lets a new instance sign people in without a password, by link and by code', () => {
  const { email_address } = DEFAULT_SETTINGS.attributes
  expect(email_address).toMatchObject({ enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true })
  expect(email_address.firstFactors.toSorted()).toEqual(['email_code', 'email_link'])
})
