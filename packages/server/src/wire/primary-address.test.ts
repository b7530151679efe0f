import { describe, expect, it } from 'vitest'
import { anIdentification, aUser, aUserView } from './testing/fixtures.ts'
import { primaryAddress } from './primary-address.ts'

describe('primaryAddress', () => {
  const first = anIdentification({ id: 'idn_0', value: 'old@example.com' })

  it('is the one marked primary, wherever it stands', () => {
    expect(primaryAddress(aUserView({ identifications: [first, anIdentification()] }))).toBe('ada@example.com')
  })
  it('is the oldest when none is marked', () => {
    const user = aUser({ primaries: { email_address: null } })
    expect(primaryAddress(aUserView({ user, identifications: [first, anIdentification()] }))).toBe('old@example.com')
  })
  it('is null when there is none', () => {
    expect(primaryAddress(aUserView({ identifications: [] }))).toBeNull()
  })
})
