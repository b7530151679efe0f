import { describe, expect, it } from 'vitest'
import { aPendingAddress, anIdentification, aUser, aUserView, NOW } from './testing/fixtures.ts'
import { userJson } from './user-json.ts'

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
