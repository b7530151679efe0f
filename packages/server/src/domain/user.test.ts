import { expect, it } from 'vitest'
import { primaryOf, type UserView } from './user.ts'

it('has a primary identifier of a kind, or none', () => {
  const identifications = ['idn_1', 'idn_2'].map((id) => ({ id })) as unknown as UserView['identifications']
  const of = (email_address: string | null) =>
    primaryOf({ user: { primaries: { email_address } } as UserView['user'], identifications }, 'email_address')
  expect([of('idn_2'), of('idn_3'), of(null)]).toEqual([identifications[1], null, null])
})
