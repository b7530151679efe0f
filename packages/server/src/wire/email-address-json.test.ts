import { describe, expect, it } from 'vitest'
import { emailAddressJson, pendingEmailAddressJson } from './email-address-json.ts'
import { anIdentification, aPendingAddress, aVerification, NOW } from './testing/fixtures.ts'

describe('emailAddressJson', () => {
  it('is a verified address with an empty list of links', () => {
    expect(emailAddressJson(anIdentification())).toMatchObject({
      object: 'email_address',
      id: 'idn_1',
      email_address: 'ada@example.com',
      reserved: false,
      linked_to: [],
      matches_sso_connection: false,
      verification: { object: 'verification_otp', status: 'verified', strategy: 'email_code', attempts: null, expire_at: NOW - 4 },
      created_at: NOW - 4,
      updated_at: NOW - 3,
    })
  })

  it.each([
    ['email_link', 'verification_email_link'],
    ['ticket', 'verification_ticket'],
    ['admin', 'verification_admin'],
  ] as const)('tells that it was proven by %s', (provenBy, object) => {
    const { verification } = emailAddressJson(anIdentification({ provenBy }))
    // Strict readers of a declared proof refuse every other field.
    const rest = { attempts: null, expire_at: provenBy === 'admin' ? null : NOW - 4 }
    expect(verification).toEqual({ strategy: provenBy, object, status: 'verified', ...rest })
  })
})

describe('pendingEmailAddressJson', () => {
  it('has no verification until something was sent', () => {
    expect(pendingEmailAddressJson(aPendingAddress(), NOW)).toMatchObject({
      object: 'email_address',
      id: 'idn_2',
      email_address: 'ada@work.example',
      verification: null,
      linked_to: [],
    })
  })

  it('has the verification under way, which is not verified', () => {
    const sent = aPendingAddress({}, { verifications: { identifier: aVerification({ expiresAt: NOW }) } })
    expect(pendingEmailAddressJson(sent, NOW).verification).toMatchObject({ status: 'expired', strategy: 'email_code' })
  })
})
