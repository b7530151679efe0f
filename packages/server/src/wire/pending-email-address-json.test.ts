import { describe, expect, it } from 'vitest'
import { aPendingAddress, aVerification, NOW } from './testing/fixtures.ts'
import { pendingEmailAddressJson } from './pending-email-address-json.ts'

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
