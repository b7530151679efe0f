import { describe, expect, it } from 'vitest'
import { LIMITS } from '../domain/limits.ts'
import { aVerification, NOW } from './testing/fixtures.ts'
import { verificationJson } from './verification-json.ts'

describe('verificationJson', () => {
  it('says what was sent, when it ends and how often it was tried', () => {
    expect(verificationJson(aVerification({ guesses: 2 }), NOW)).toEqual({
      object: 'verification_otp',
      status: 'unverified',
      strategy: 'email_code',
      attempts: 2,
      expire_at: NOW + 540_000,
    })
  })

  it.each([
    ['email_code', 'verification_otp'],
    ['email_link', 'verification_email_link'],
    ['ticket', 'verification_ticket'],
  ] as const)('calls a proof by %s %s', (strategy, object) => {
    expect(verificationJson(aVerification({ strategy }), NOW)).toMatchObject({ strategy, object })
  })

  const spent = LIMITS.guessesPerVerification
  it.each([
    ['one guess is left', { guesses: spent - 1 }, 'unverified'],
    ['no guess is left', { guesses: spent }, 'failed'],
    ['a millisecond is left', { expiresAt: NOW + 1 }, 'unverified'],
    ['time is up', { expiresAt: NOW }, 'expired'],
    ['time is up and no guess is left', { expiresAt: NOW, guesses: spent }, 'failed'],
    ['the last guess was right', { guesses: spent, consumedAt: NOW }, 'verified'],
    ['it was proven in time and that is long ago', { expiresAt: NOW - 1, consumedAt: NOW - 2 }, 'verified'],
  ] as const)('where %s', (_, fields, status) => {
    expect(verificationJson(aVerification(fields), NOW).status).toBe(status)
  })

  it('shows the browser what it was told, as long as there is something to tell', () => {
    const challenge = { strategy: 'email_code', disclosed: { type: 'challenge', challenge: 'Who?' } } as const
    const redirect = { strategy: 'email_code', disclosed: { type: 'redirect', url: 'https://oracle.test/' } } as const
    expect(verificationJson(aVerification(challenge), NOW)).toMatchObject({ nonce: 'Who?' })
    expect(verificationJson(aVerification(redirect), NOW)).toMatchObject({ external_verification_redirect_url: 'https://oracle.test/' })
    expect(Object.keys(verificationJson(aVerification(challenge), NOW))).not.toContain('external_verification_redirect_url')
    expect(Object.keys(verificationJson(aVerification(redirect), NOW))).not.toContain('nonce')
  })

  it('has a form for what only a newer version knows', () => {
    expect(verificationJson(aVerification({ strategy: 'riddle' as 'ticket' }), NOW).object).toBe('verification_otp')
  })

  it('names the client that proved it', () => {
    const json = verificationJson(aVerification({ consumedAt: NOW, verifiedByClientId: 'client_2' }), NOW)
    expect(json.verified_at_client).toBe('client_2')
  })

  it('tells neither the secret nor where it was asked for', () => {
    expect(JSON.stringify(verificationJson(aVerification(), NOW))).not.toMatch(/SECRET|192\.0\.2\.1|AGENT|REDIRECT|ada@/)
  })
})
