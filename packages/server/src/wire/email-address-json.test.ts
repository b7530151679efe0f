import { describe, expect, it } from 'vitest'
import { emailAddressJson } from './email-address-json.ts'
import { anIdentification, NOW } from './testing/fixtures.ts'

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
