import { describe, expect, test } from 'vitest'
import { email } from '../../domain/testing/email.ts'
import { readState, writeState } from './attempt-state.ts'

const names = { firstName: 'Ada', lastName: null, unsafeMetadata: {}, legalAcceptedAt: null, locale: null }
const ends = { createdUserId: null, createdSessionId: null }

describe('what a version before wrote', () => {
  test('is understood, with the address as the one identifier there was', () => {
    const signUp = { emailAddress: 'ada@example.com', emailVerifiedBy: 'email_code', ...names, ...ends }
    expect(readState('sign_in', '{"identifier":"ada@example.com","userId":"user_1","createdSessionId":null}')).toEqual({
      identifier: email('ada@example.com'),
      userId: 'user_1',
      firstFactor: null,
      createdSessionId: null,
    })
    expect(readState('sign_up', JSON.stringify(signUp))).toEqual({
      identifiers: { email_address: { value: 'ada@example.com', provenBy: 'email_code' }, username: null },
      externalAccount: null,
      ...names,
      ...ends,
    })
    expect(readState('identification', '{"emailAddress":"ada@example.com"}')).toEqual({ identifier: email('ada@example.com') })
  })

  test('after this one wrote counts: it has changed the address and kept what it does not know', () => {
    const written = JSON.parse(
      writeState('sign_up', {
        identifiers: { email_address: { value: 'a@x.example', provenBy: null }, username: { value: 'ada_l', provenBy: null } },
        externalAccount: null,
        ...names,
        ...ends,
      }),
    )
    const changed = JSON.stringify({ ...written, emailAddress: 'b@x.example', emailVerifiedBy: 'email_link' })
    expect(readState('sign_up', changed).identifiers).toEqual({
      email_address: { value: 'b@x.example', provenBy: 'email_link' },
      username: { value: 'ada_l', provenBy: null },
    })
  })
})

describe('what is written', () => {
  test('a version before finds what it reads', () => {
    const identifiers = { email_address: { value: 'ada@example.com', provenBy: null }, username: null }
    expect(JSON.parse(writeState('sign_up', { identifiers, externalAccount: null, ...names, ...ends }))).toMatchObject({
      emailAddress: 'ada@example.com',
      emailVerifiedBy: null,
    })
    const signIn = { identifier: email('ada@example.com'), userId: null, firstFactor: null, createdSessionId: null }
    expect(JSON.parse(writeState('sign_in', signIn))).toMatchObject({ identifier: 'ada@example.com' })
    expect(JSON.parse(writeState('identification', { identifier: email('ada@example.com') }))).toMatchObject({
      emailAddress: 'ada@example.com',
    })
  })

  test.each([
    ['sign_in', { identifier: null, userId: null, firstFactor: null, createdSessionId: null }],
    ['sign_in', { identifier: email('ada@example.com'), userId: 'user_1', firstFactor: null, createdSessionId: 'sess_1' }],
    [
      'sign_in',
      {
        identifier: null,
        userId: 'user_1',
        firstFactor: { by: 'ticket', methods: ['otp'], credentialId: null, at: 1 },
        createdSessionId: null,
      },
    ],
    ['sign_up', { identifiers: { email_address: null, username: null }, externalAccount: null, ...names, ...ends }],
    [
      'sign_up',
      {
        identifiers: { email_address: { value: 'ada@example.com', provenBy: 'email_link' }, username: null },
        externalAccount: { strategy: 'email_link', handle: 'ada' },
        ...names,
        ...ends,
      },
    ],
    ['identification', { identifier: email('ada@example.com') }],
  ] as const)('comes back: %s', (kind, state) => {
    expect(readState(kind, writeState(kind, state as never))).toEqual(state)
  })
})
