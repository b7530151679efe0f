import { describe, expect, it } from 'vitest'
import type { User } from '../domain/user.ts'
import { anIdentification, aPendingAddress, aUser, aUserView, NOW } from './testing/fixtures.ts'
import { backendUserJson, imageUrl, primaryAddress, publicUserDataJson, userJson } from './user-json.ts'

describe('userJson', () => {
  it('names exactly the fields of the wire', () => {
    expect(Object.keys(userJson(aUserView(), NOW)).sort()).toMatchInlineSnapshot(`
      [
        "backup_code_enabled",
        "banned",
        "create_organization_enabled",
        "created_at",
        "delete_self_enabled",
        "email_addresses",
        "enterprise_accounts",
        "external_accounts",
        "external_id",
        "first_name",
        "has_image",
        "id",
        "image_url",
        "last_active_at",
        "last_name",
        "last_sign_in_at",
        "legal_accepted_at",
        "locale",
        "locked",
        "lockout_expires_in_seconds",
        "mfa_disabled_at",
        "mfa_enabled_at",
        "object",
        "organization_memberships",
        "passkeys",
        "password_enabled",
        "phone_numbers",
        "primary_email_address_id",
        "primary_phone_number_id",
        "primary_web3_wallet_id",
        "profile_image_url",
        "public_metadata",
        "saml_accounts",
        "totp_enabled",
        "two_factor_enabled",
        "unsafe_metadata",
        "updated_at",
        "username",
        "verification_attempts_remaining",
        "web3_wallets",
      ]
    `)
  })

  it('says under the old names and the new ones the same', () => {
    const json = userJson(aUserView(), NOW)
    expect(json).toMatchObject({ id: 'user_1', first_name: 'Ada', last_name: 'Lovelace', external_id: 'ext_1', has_image: false })
    expect(json.profile_image_url).toBe(json.image_url)
    expect(json.saml_accounts).toEqual(json.enterprise_accounts)
    const times = [json.created_at, json.updated_at, json.last_sign_in_at, json.last_active_at]
    expect(times).toEqual([NOW - 6, NOW - 5, NOW - 2, NOW - 1])
  })

  it('leaves the keys of metadata as they are', () => {
    expect(userJson(aUserView(), NOW).public_metadata).toEqual({ plan: 'pro', nested: { camelCase: true } })
    expect(userJson(aUserView(), NOW).unsafe_metadata).toEqual({ theme: 'dark' })
  })

  it('never tells private metadata', () => {
    expect(JSON.stringify(userJson(aUserView(), NOW))).not.toMatch(/PRIVATE|private_metadata/)
  })

  it('lists proven addresses, then those that wait', () => {
    const identifications = [anIdentification(), anIdentification({ id: 'idn_3', value: 'second@example.com' })]
    const json = userJson(aUserView({ identifications, pending: [aPendingAddress()] }), NOW)
    expect(json.email_addresses.map((address) => [address.id, address.verification?.status])).toEqual([
      ['idn_1', 'verified'],
      ['idn_3', 'verified'],
      ['idn_2', undefined],
    ])
  })

  it.each([
    [null, false, null],
    [NOW, false, null],
    [NOW + 1, true, 1],
    [NOW + 61_000, true, 61],
    [Number.MAX_SAFE_INTEGER, true, null],
  ])('locked until %s is locked: %s, for %s seconds', (lockedUntil, locked, seconds) => {
    const json = userJson(aUserView({ user: aUser({ lockedUntil }) }), NOW)
    expect([json.locked, json.lockout_expires_in_seconds]).toEqual([locked, seconds])
  })
})

it('is what the user sees, and private metadata', () => {
  expect(backendUserJson(aUserView(), NOW)).toEqual({ ...userJson(aUserView(), NOW), private_metadata: { note: 'PRIVATE' } })
})

describe('publicUserDataJson', () => {
  it('is the name, the picture and the address one recognises an account by', () => {
    const image = imageUrl(aUserView())
    expect(publicUserDataJson(aUserView())).toEqual({
      user_id: 'user_1',
      first_name: 'Ada',
      last_name: 'Lovelace',
      image_url: image,
      profile_image_url: image,
      has_image: false,
      identifier: 'ada@example.com',
      username: null,
    })
  })
  it('has an empty identifier for a user without addresses', () => {
    expect(publicUserDataJson(aUserView({ identifications: [] })).identifier).toBe('')
  })
})

function drawn(fields: Partial<User>, identifications = aUserView().identifications): string {
  return decodeURIComponent(imageUrl(aUserView({ user: aUser(fields), identifications })))
}

describe('imageUrl', () => {
  it('is a data URL that every URL reader leaves as it is', () => {
    const url = imageUrl(aUserView())
    expect(new URL(url).href).toBe(url)
    expect(new URL(url).protocol).toBe('data:')
    expect(url).toMatch(/^data:image\/svg\+xml,[\w%=/:.,-]+$/)
    expect(url.length).toBeLessThan(500)
  })

  it.each([
    ['both names', { firstName: 'Ada', lastName: 'Lovelace' }, 'AL'],
    ['one name', { firstName: null, lastName: 'lovelace' }, 'L'],
    ['names outside ASCII', { firstName: 'Élodie', lastName: '李' }, 'É李'],
    ['a name that begins with a sign', { firstName: '"><script>', lastName: '&amp;' }, 'SA'],
    ['no name', { firstName: null, lastName: null }, 'A'],
    ['a name without letters', { firstName: '🦊', lastName: ' ' }, 'A'],
  ] as const)('draws the initials of %s', (_, fields, letters) => {
    expect(drawn(fields)).toContain(`>${letters}</text>`)
  })

  it('draws a figure where there is nothing to draw letters from', () => {
    const svg = drawn({ firstName: null, lastName: null }, [])
    expect(svg).not.toContain('<text')
    expect(svg).toContain('<circle')
  })

  it('keeps the colour of a person, and gives others another', () => {
    const colours = ['user_1', 'user_1', 'user_2', 'user_3'].map((id) => /fill="(#\w{6})"/.exec(drawn({ id }))![1])
    expect(colours[0]).toBe(colours[1])
    expect(new Set(colours).size).toBeGreaterThan(1)
  })
})

describe('primaryAddress', () => {
  const first = anIdentification({ id: 'idn_0', value: 'old@example.com' })

  it('is the one marked primary, wherever it stands', () => {
    expect(primaryAddress(aUserView({ identifications: [first, anIdentification()] }))).toBe('ada@example.com')
  })
  it('is the oldest when none is marked', () => {
    const user = aUser({ primaries: { email_address: null, username: null } })
    expect(primaryAddress(aUserView({ user, identifications: [first, anIdentification()] }))).toBe('old@example.com')
  })
  it('is null when there is none', () => {
    expect(primaryAddress(aUserView({ identifications: [] }))).toBeNull()
  })
})
