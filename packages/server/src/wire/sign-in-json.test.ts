import { email } from '../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { anIdentification, aSignIn, aSignInView, aUserView, aVerification, NOW } from './testing/fixtures.ts'
import { imageUrl } from './user-json.ts'
import { signInJson } from './sign-in-json.ts'

describe('signInJson', () => {
  it('offers its factors in the order it was given, and has sent nothing', () => {
    const image = imageUrl(aUserView())
    expect(signInJson(aSignInView(), NOW)).toEqual({
      object: 'sign_in_attempt',
      id: 'sia_1',
      status: 'needs_first_factor',
      supported_identifiers: ['email_address'],
      identifier: 'ada@example.com',
      user_data: { first_name: 'Ada', last_name: 'Lovelace', image_url: image, profile_image_url: image, has_image: false },
      supported_first_factors: [
        { strategy: 'email_link', email_address_id: 'idn_1', safe_identifier: 'ada@example.com', primary: true },
        { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'ada@example.com', primary: true },
      ],
      supported_second_factors: null,
      first_factor_verification: null,
      second_factor_verification: null,
      created_session_id: null,
      client_trust_state: null,
      abandon_at: NOW + 3_600_000,
    })
  })

  it('hides addresses that were not typed, and marks the primary one', () => {
    const typed = { id: 'idn_3', type: 'email_address', value: 'ada@work.example', primary: true } as const
    const other = { id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: false } as const
    const user = aUserView({ identifications: [anIdentification(), anIdentification({ id: 'idn_3', value: 'ada@work.example' })] })
    const view = aSignInView({
      attempt: aSignIn({ identifier: email('ada@work.example') }),
      user,
      offers: [
        { strategy: 'email_code', identification: typed },
        { strategy: 'email_code', identification: other },
      ],
    })
    const json = signInJson(view, NOW)
    expect(json.supported_first_factors).toEqual([
      { strategy: 'email_code', email_address_id: 'idn_3', safe_identifier: 'ada@work.example', primary: false },
      { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a***@e***.com', primary: true },
    ])
    expect(JSON.stringify(json)).not.toContain('ada@example.com')
  })

  it('shows what is under way and what is done', () => {
    const sent = aSignInView({ attempt: aSignIn({}, { verifications: { first_factor: aVerification() } }) })
    expect(signInJson(sent, NOW).first_factor_verification).toMatchObject({ status: 'unverified', strategy: 'email_code' })
    const done = aSignInView({
      status: 'complete',
      attempt: aSignIn(
        { createdSessionId: 'sess_1' },
        { status: 'complete', verifications: { first_factor: aVerification({ consumedAt: NOW }) } },
      ),
    })
    expect(signInJson(done, NOW)).toMatchObject({
      status: 'complete',
      created_session_id: 'sess_1',
      first_factor_verification: { status: 'verified' },
    })
  })

  it('shows the second factor where it waits for one, and what is under way for each', () => {
    const view = aSignInView({
      status: 'needs_second_factor',
      secondOffers: [{ strategy: 'ticket', identification: null }],
      attempt: aSignIn({}, { verifications: { first_factor: aVerification({ consumedAt: NOW }), second_factor: aVerification() } }),
    })
    expect(signInJson(view, NOW)).toMatchObject({
      status: 'needs_second_factor',
      supported_second_factors: [{ strategy: 'ticket' }],
      first_factor_verification: { status: 'verified' },
      second_factor_verification: { status: 'unverified' },
      created_session_id: null,
    })
    expect(signInJson(aSignInView({ ...view, secondOffers: [] }), NOW).supported_second_factors).toEqual([])
  })

  it('knows nothing at first', () => {
    const attempt = aSignIn({ identifier: null, userId: null })
    const json = signInJson(aSignInView({ attempt, status: 'needs_identifier', user: null, offers: [] }), NOW)
    expect(json).toMatchObject({ status: 'needs_identifier', identifier: null, user_data: null, supported_first_factors: [] })
  })

  it('says of an abandoned one that it is, and of a plain factor its name alone', () => {
    const attempt = aSignIn({}, { status: 'abandoned' })
    const json = signInJson(aSignInView({ attempt, offers: [{ strategy: 'ticket', identification: null }] }), NOW)
    expect(json.status).toBe('abandoned')
    expect(json.supported_first_factors).toEqual([{ strategy: 'ticket' }])
  })

  it('tells nothing of the user but name and picture', () => {
    expect(JSON.stringify(signInJson(aSignInView(), NOW))).not.toMatch(/PRIVATE|metadata|user_1|ext_1/)
  })
})
