import { expect, it } from 'vitest'
import type { OfferedIdentification } from '../../domain/offer.ts'
import type { Subject } from '../strategy.ts'
import { offersByIdentifier } from './offers.ts'

const address = (id: string, primary: boolean): OfferedIdentification => {
  return { id, type: 'email_address', value: `${id}@example.com`, primary }
}
const [first, second, third] = [address('one', false), address('two', true), address('three', false)]
const subject = (enabled: Subject['enabled'], ...identifications: readonly OfferedIdentification[]): Subject => {
  return { verificationId: 'ver_1', target: null, identifications, credentials: [], enabled, test: false, located: null }
}

it.each([
  ['a user without address', subject(['email_code']), []],
  ['one address', subject(['email_code'], first), [first]],
  ['several addresses, the primary one first', subject(['email_code', 'email_link'], first, second, third), [second, first, third]],
  ['an instance that turned the strategy off', subject(['email_link'], first, second), []],
  ['an instance that turned everything off', subject([], first), []],
])('%s', (_, whom, expected) => {
  expect(offersByIdentifier('email_code', whom)).toStrictEqual(
    expected.map((identification) => ({ strategy: 'email_code', identification })),
  )
})

it('goes by the name it is asked for', () => {
  expect(offersByIdentifier('email_link', subject(['email_link'], first))).toStrictEqual([
    { strategy: 'email_link', identification: first },
  ])
})
