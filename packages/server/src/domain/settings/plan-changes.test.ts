import { describe, expect, it } from 'vitest'
import { busyMs } from '../../../../../tools/testing/busy-ms.ts'
import { DEFAULT_SETTINGS, patched } from './instance-settings.ts'
import { changesBetween, nearestName, planChanges, settingsInJson } from './plan-changes.ts'
import { SETTINGS } from './settings-table.ts'

const planned = (wanted: object) => {
  const plan = planChanges(DEFAULT_SETTINGS, wanted as { [name: string]: unknown })
  if (!plan.ok) throw new Error(plan.faults.map(({ sentence }) => sentence).join(' '))
  return plan
}
const faultsOf = (wanted: object) => {
  const plan = planChanges(DEFAULT_SETTINGS, wanted as { [name: string]: unknown })
  return plan.ok ? [] : plan.faults
}

describe('a plan', () => {
  it('takes dotted names, nested ones, and both', () => {
    const { next, changes } = planned({
      'session.lifetime': '12h',
      session: { inactivity: '30m' },
      brand: { color: { primary: '#E11D48' }, terms_url: null },
      'attributes.email_address': { first_factors: ['email_code'] },
    })
    expect(next).toEqual(
      patched(DEFAULT_SETTINGS, {
        session: { lifetimeMs: 43_200_000, inactivityMs: 1_800_000 },
        brand: { primary: '#e11d48' },
        attributes: { email_address: { firstFactors: ['email_code'] } },
      }),
    )
    expect(changes).toEqual([
      { name: 'attributes.email_address.first_factors', from: ['email_code', 'email_link'], to: ['email_code'], weakens: false },
      { name: 'session.lifetime', from: '7d', to: '12h', weakens: false },
      { name: 'session.inactivity', from: null, to: '30m', weakens: false },
      { name: 'brand.color.primary', from: null, to: '#e11d48', weakens: false },
    ])
  })

  it.each([
    {},
    { session: {} },
    settingsInJson(DEFAULT_SETTINGS),
    { attributes: { email_address: { first_factors: ['email_link', 'email_code'] } } },
  ])('of what is so already has no changes: %j', (wanted) => expect(planned(wanted).changes).toEqual([]))

  it('leaves what is not named as it is', () => {
    const settings = patched(DEFAULT_SETTINGS, { signUpMode: 'restricted' })
    expect(planChanges(settings, { 'session.lifetime': '12h' })).toMatchObject({
      ok: true,
      next: patched(settings, { session: { lifetimeMs: 43_200_000 } }),
      changes: [{ name: 'session.lifetime' }],
    })
  })

  it('leaves what is said again as it was stored', () => {
    const firstFactors = ['email_code', 'email_link'] as const
    for (const stored of [firstFactors, firstFactors.toReversed()]) {
      const settings = patched(DEFAULT_SETTINGS, { attributes: { email_address: { firstFactors: stored } } })
      expect(planChanges(settings, settingsInJson(settings))).toEqual({ ok: true, next: settings, changes: [] })
    }
  })

  it('of nothing is no fault of what does not fit together already', () => {
    const settings = patched(DEFAULT_SETTINGS, { attributes: { email_address: { enabled: false } } })
    expect(planChanges(settings, {})).toEqual({ ok: true, next: settings, changes: [] })
    expect(planChanges(settings, { 'session.single': false }).ok).toBe(false)
  })

  it('puts what is not named back to what a new instance has, when asked to', () => {
    const settings = {
      ...patched(DEFAULT_SETTINGS, { signUpMode: 'restricted', session: { single: false, lifetimeMs: 300_000 } }),
      later: 1,
    }
    const plan = planChanges(settings, { session: { single: false, lifetime: '12h' } }, { others: 'default' })
    expect(plan).toEqual({
      ok: true,
      next: { ...patched(DEFAULT_SETTINGS, { session: { single: false, lifetimeMs: 43_200_000 } }), later: 1 },
      changes: [
        { name: 'sign_up.mode', from: 'restricted', to: 'public', weakens: true },
        { name: 'session.lifetime', from: '5m', to: '12h', weakens: true },
      ],
    })
  })

  it.each([
    ['sign_up.mode', { signUpMode: 'restricted' }, { signUpMode: 'public' }],
    ['session.lifetime', { session: { lifetimeMs: 300_000 } }, { session: { lifetimeMs: 360_000 } }],
    ['session.inactivity', { session: { inactivityMs: 300_000 } }, { session: { inactivityMs: null } }],
    ['notify.new_device', { notify: { newDevice: true } }, { notify: { newDevice: false } }],
    ['notify.address_changes', { notify: { addressChange: true } }, { notify: { addressChange: false } }],
    ['notify.account_deleted', { notify: { accountDeleted: true } }, { notify: { accountDeleted: false } }],
    ['development.test_addresses', { testMode: false }, { testMode: true }],
    ...(['home', 'signIn', 'signUp', 'afterSignIn', 'afterSignUp', 'afterSignOut'] as const).map(
      (field) =>
        [
          `urls.${field.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`,
          { urls: { [field]: 'https://a.test/' } },
          { urls: { [field]: 'https://b.test/' } },
        ] as const,
    ),
    ['framing.origins', { framing: { origins: [] } }, { framing: { origins: ['https://shop.test'] } }],
    [
      'attributes.email_address.first_factors',
      { attributes: { email_address: { firstFactors: ['email_code'] } } },
      { attributes: { email_address: { firstFactors: ['email_link'] } } },
    ],
    [
      'attributes.email_address.verifications',
      { attributes: { email_address: { verifications: ['email_code'] } } },
      { attributes: { email_address: { verifications: ['email_code', 'email_link'] } } },
    ],
    ['attributes.email_address.verify_at_sign_up', {}, { attributes: { email_address: { verifyAtSignUp: false } } }],
    [
      'attributes.email_address.used_for_first_factor',
      { attributes: { email_address: { usedForFirstFactor: false } } },
      { attributes: { email_address: { usedForFirstFactor: true } } },
    ],
    [
      'attributes.email_address.enabled',
      { attributes: { email_address: { enabled: false } } },
      { attributes: { email_address: { enabled: true } } },
    ],
  ] as const)('%s is weaker one way', (name, strict, weak) => {
    const [one, other] = [patched(DEFAULT_SETTINGS, strict), patched(DEFAULT_SETTINGS, weak)]
    expect(changesBetween(one, other)).toMatchObject([{ name, weakens: true }])
    // A visitor's way leads elsewhere, or another proof is taken: neither way round is the stricter one.
    const eitherWay = name.startsWith('urls.') || name === 'attributes.email_address.first_factors'
    expect(changesBetween(other, one)).toMatchObject([{ name, weakens: eitherWay }])
  })

  it('knows of every setting whether it can be weakened', () => {
    const neutral = SETTINGS.filter(({ weakens }) => weakens === null).map(({ name }) => name)
    expect(neutral.filter((name) => !/^brand\.|_name\.|^account\.|\.required$/.test(name))).toEqual(['session.single'])
  })
})

describe('what cannot be', () => {
  it.each([
    [{ 'sign_up.mod': 'public' }, 'There is no setting "sign_up.mod". Did you mean sign_up.mode?', ['sign_up.mode']],
    [{ signUp: { mode: 'public' } }, 'There is no setting "signUp.mode". Did you mean sign_up.mode?', ['sign_up.mode']],
    [{ 'sign-up': 'public' }, 'There is no setting "sign-up". Did you mean sign_up.mode?', ['sign_up.mode']],
    [{ 'session-lifetime': '7d' }, 'There is no setting "session-lifetime". Did you mean session.lifetime?', ['session.lifetime']],
    [{ quux: 1 }, 'There is no setting "quux".', SETTINGS.map(({ name }) => name)],
    [{ quux: {} }, 'There is no setting "quux".', null],
    [{ quux: null }, 'There is no setting "quux".', null],
    [{ quux: [1] }, 'There is no setting "quux".', null],
    [{ brand: 'red' }, 'There is no setting "brand".', null],
    [{ constructor: 1 }, 'There is no setting "constructor".', null],
    [
      { 'sign_up.mode': 'closed' },
      '"closed" is not a valid value for sign_up.mode. Expected public or restricted.',
      ['public', 'restricted'],
    ],
    [{ 'sign_up.mode': { a: 1 } }, '{"a":1} is not a valid value for sign_up.mode.', null],
    [{ 'session.single': 'on' }, '"on" is not a valid value for session.single. Expected true or false.', []],
    [{ 'session.lifetime': 3600 }, '3600 is not a valid value for session.lifetime. Expected 5m to 400d', []],
    [{ 'session.lifetime': null }, 'null is not a valid value for session.lifetime.', []],
    [{ 'session.single': undefined }, 'undefined is not a valid value for session.single.', []],
    [{ 'sign_up.mode': 'x'.repeat(118) }, `"${'x'.repeat(118)}" is not a valid value`, null],
    [{ 'brand.logo': 'x'.repeat(9_000) }, `"${'x'.repeat(118)}… is not a valid value for brand.logo. Expected null, or a URL`, []],
    [
      { 'attributes.email_address.verifications': ['sms_code'] },
      '["sms_code"] is not a valid value for attributes.email_address.verifications. Expected an array of email_code and ' +
        'email_link, or of some of them.',
      ['email_code', 'email_link'],
    ],
    [{ 'attributes.email_address.first_factors': [] }, '[] is not a valid value for attributes.email_address.first_factors.', null],
    [{ 'attributes.email_address.first_factors': 'email_code' }, '"email_code" is not a valid value for', null],
    [{ 'session.single': true, session: { single: false } }, 'session.single is named twice. Name it once.', []],
  ] as const)('%j is refused in a sentence', (wanted, sentence, possible) => {
    const [fault, ...others] = faultsOf(wanted)
    expect(others).toEqual([])
    expect(fault!.sentence).toContain(sentence)
    if (possible !== null) expect(fault!.possible).toEqual(possible)
  })

  it('is not likened to what is not near', () => {
    expect(faultsOf({ quux: 1 })[0]!.sentence).toBe('There is no setting "quux".')
  })

  it('is told all at once, but no more than one reads', () => {
    expect(faultsOf({ a: 1, 'sign_up.mode': 2, b: 3 }).map(({ kind }) => kind)).toEqual(['unknown', 'invalid', 'unknown'])
    expect(faultsOf(Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`x${i}`, i])))).toHaveLength(20)
  })

  it('is told by the setting that was named, when it is a contradiction', () => {
    expect(faultsOf({ 'attributes.email_address.used_for_first_factor': false })).toMatchObject([
      { kind: 'contradiction', name: 'attributes.email_address.used_for_first_factor' },
    ])
  })
})

it.each([
  ['session.lifetme', 'session.lifetime'],
  ['session-lifetime', 'session.lifetime'],
  ['Session.Lifetime', 'session.lifetime'],
  ['sesion.lifetim', 'session.lifetime'],
  ['urls.hom', 'urls.home'],
  ['urls.ho', 'urls.home'],
  ['x', null],
  ['', null],
  ['quite.something.else', null],
])('%s is nearest to %s', (typed, name) => {
  expect(nearestName(typed, ['session.lifetime', 'session.single', 'urls.home'])).toBe(name)
})

it('takes no longer for a name of millions of letters', () => {
  const names = Array.from({ length: 40 }, (_, nth) => `session.name_${nth}`)
  const huge = Buffer.alloc(20_000_000, 'S-').toString('latin1')
  expect(busyMs(() => expect(nearestName(huge, names)).toBe(null))).toBeLessThan(500)
})

it('counts the last letters as well', () => {
  expect([nearestName('abcde', ['ab']), nearestName('abcd', ['ab'])]).toEqual([null, 'ab'])
})

it('looks at the beginning of a text of any length', () => {
  expect(nearestName('s'.repeat(100_000), ['session.lifetime'])).toBe(null)
})
