import { expect, it } from 'vitest'
import { environment } from '../testing/fixtures.ts'
import { methodOf, methodsOf } from './methods.ts'

const having = (firstFactors: readonly string[], verifications: readonly string[]) => ({
  ...environment,
  emailAddress: { ...environment.emailAddress, firstFactors, verifications },
})

it('offers the mail with both first, and always something', () => {
  const both = having(['email_code', 'email_link', 'passkey'], ['email_code'])
  expect([methodsOf(both, 'signIn'), methodsOf(both, 'signUp')]).toEqual([['link', 'code'], ['code']])
  expect(methodsOf(having([], []), 'signIn')).toEqual(['code'])
})

it('takes a strategy it does not know for one with a code', () => {
  expect(['email_link', 'email_code', 'toString', null].map(methodOf)).toEqual(['link', 'code', 'code', 'code'])
})
