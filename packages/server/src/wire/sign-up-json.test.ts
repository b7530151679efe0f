import { claiming } from '../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { aSignUp, aSignUpView, aVerification, NOW } from './testing/fixtures.ts'
import { signUpJson } from './sign-up-json.ts'

const owesNothing = { required: ['email_address'], optional: [], missing: [], unverified: [] } as const

describe('signUpJson', () => {
  it('says before anything was sent only how it could be', () => {
    const json = signUpJson(aSignUpView(), NOW)
    expect(json).toMatchObject({
      object: 'sign_up_attempt',
      id: 'sua_1',
      status: 'missing_requirements',
      required_fields: ['email_address'],
      optional_fields: ['first_name', 'last_name'],
      missing_fields: [],
      unverified_fields: ['email_address'],
      email_address: 'ada@example.com',
      first_name: 'Ada',
      unsafe_metadata: { theme: 'dark' },
      has_password: false,
      password_enabled: false,
    })
    expect(json.verifications).toEqual({
      email_address: { next_action: 'needs_prepare', supported_strategies: ['email_code', 'email_link'] },
      username: null,
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    })
  })

  it('has no verification without an address', () => {
    const view = aSignUpView({
      attempt: aSignUp(claiming(null)),
      requirements: { required: ['email_address'], optional: [], missing: ['email_address'], unverified: [] },
    })
    expect(signUpJson(view, NOW)).toMatchObject({ missing_fields: ['email_address'], verifications: { email_address: null } })
  })

  it.each([
    ['was sent', {}, 'unverified', 'needs_attempt'],
    ['ran out of time', { expiresAt: NOW }, 'expired', 'needs_prepare'],
    ['ran out of guesses', { guesses: 5 }, 'failed', 'needs_prepare'],
  ] as const)('where a code %s', (_, fields, status, next_action) => {
    const view = aSignUpView({ attempt: aSignUp({}, { verifications: { email_address: aVerification(fields) } }) })
    expect(signUpJson(view, NOW).verifications.email_address).toMatchObject({ status, strategy: 'email_code', next_action })
  })

  it('forgets what was sent to an address that is no longer the one', () => {
    const view = aSignUpView({ attempt: aSignUp(claiming('new@example.com'), { verifications: { email_address: aVerification() } }) })
    expect(signUpJson(view, NOW).verifications.email_address).toEqual({
      next_action: 'needs_prepare',
      supported_strategies: ['email_code', 'email_link'],
    })
  })

  it('forgets the proof of an address that was taken back and given again', () => {
    const view = aSignUpView({ attempt: aSignUp({}, { verifications: { email_address: aVerification({ consumedAt: NOW }) } }) })
    expect(signUpJson(view, NOW).verifications.email_address).toEqual({
      next_action: 'needs_prepare',
      supported_strategies: ['email_code', 'email_link'],
    })
  })

  it('asks for nothing more once the address is proven', () => {
    const verification = aVerification({ consumedAt: NOW, verifiedByClientId: 'client_1' })
    const view = aSignUpView({
      attempt: aSignUp(claiming('ada@example.com', 'email_code'), { verifications: { email_address: verification } }),
      requirements: owesNothing,
    })
    expect(signUpJson(view, NOW).verifications.email_address).toMatchObject({
      status: 'verified',
      next_action: '',
      verified_at_client: 'client_1',
    })
    const byTicket = aSignUpView({ attempt: aSignUp(claiming('ada@example.com', 'ticket')), requirements: owesNothing })
    expect(signUpJson(byTicket, NOW).verifications.email_address).toMatchObject({ next_action: '' })
  })

  it('shows what is under way for an account elsewhere beside what is for the address', () => {
    const verifications = { email_address: aVerification(), external_account: aVerification({ consumedAt: NOW }) }
    const json = signUpJson(aSignUpView({ attempt: aSignUp({}, { verifications }) }), NOW)
    expect(json.verifications).toMatchObject({ email_address: { status: 'unverified' }, external_account: { status: 'verified' } })
  })

  it('is complete when it made a user, and abandoned when it was given up', () => {
    const made = aSignUpView({ attempt: aSignUp({ createdUserId: 'user_1', createdSessionId: 'sess_1' }), requirements: owesNothing })
    expect(signUpJson(made, NOW)).toMatchObject({ status: 'complete', created_user_id: 'user_1', created_session_id: 'sess_1' })
    expect(signUpJson(aSignUpView({ attempt: aSignUp({}, { status: 'abandoned' }) }), NOW).status).toBe('abandoned')
  })
})
