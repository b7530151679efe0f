import { describe, expect, it } from 'vitest'
import { LATER, signIn, signUp, waitingSignIn, waitingSignUp } from '../testing/fixtures.ts'
import { NOT_BEGUN, standingOfSignIn, standingOfSignUp } from './standing.ts'

describe('of a sign-in', () => {
  it.each([
    ['none', signIn(), { step: 'none' }],
    ['given up', waitingSignIn('email_code', { status: 'abandoned' }), { step: 'none', address: '' }],
    ['no address yet', signIn({ id: 'a', status: 'needs_identifier' }), { step: 'none' }],
    ['nothing sent yet', waitingSignIn('email_code', { firstFactorVerification: signIn().firstFactorVerification }), { step: 'none' }],
    [
      'a code is waited for',
      waitingSignIn('email_code'),
      { step: 'verify', method: 'code', address: 'ada.lovelace@northwind.test', expiresAt: LATER.getTime() },
    ],
    [
      'too many wrong codes',
      waitingSignIn('email_code', {
        firstFactorVerification: { ...waitingSignIn('email_code').firstFactorVerification, status: 'failed' },
      }),
      { step: 'verify', expiresAt: null },
    ],
    [
      'by a name: what may be shown of where the code went',
      waitingSignIn('email_code', {
        identifier: 'ada_l',
        supportedFirstFactors: [
          { strategy: 'email_link', emailAddressId: 'idn_1', safeIdentifier: 'no', primary: true },
          { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a***@n***.test', primary: true },
        ],
      }),
      { step: 'verify', address: 'ada_l', sentTo: 'a***@n***.test' },
    ],
    ['a link is waited for', waitingSignIn('email_link'), { step: 'verify', method: 'link' }],
    ['a step nobody here can take', waitingSignIn('email_code', { status: 'needs_second_factor' }), { step: 'none' }],
    ['done', waitingSignIn('email_code', { status: 'complete', createdSessionId: 's' }), { step: 'complete', sessionId: 's' }],
  ])('%s', (_, resource, standing) => {
    expect(standingOfSignIn(resource)).toMatchObject(standing)
  })
})

describe('of a sign-up', () => {
  it.each([
    ['none', signUp(), NOT_BEGUN],
    ['given up', waitingSignUp({ status: 'abandoned' }), NOT_BEGUN],
    ['nothing sent yet', waitingSignUp({ verifications: { emailAddress: null } }), { step: 'none' }],
    ['a proof is waited for', waitingSignUp(), { step: 'verify', method: 'link', missing: [] }],
    [
      'names are missing, but the proof first',
      waitingSignUp({ missingFields: ['first_name'] }),
      { step: 'verify', missing: ['firstName'] },
    ],
    [
      'names are missing',
      waitingSignUp({ unverifiedFields: [], missingFields: ['last_name', 'shoe_size'] }),
      { step: 'continue', missing: ['lastName'] },
    ],
    ['done', waitingSignUp({ status: 'complete', createdSessionId: 's' }), { step: 'complete', sessionId: 's' }],
  ])('%s', (_, resource, standing) => {
    expect(standingOfSignUp(resource)).toMatchObject(standing)
  })
})
