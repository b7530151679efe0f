import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { type FindUsersRequest, userFilterOf } from './list-users.ts'

const everybody: FindUsersRequest = { email_address: [], username: [], user_id: [], external_id: [], organization_id: [], nowhere: [] }

it.each<[Partial<FindUsersRequest>, ReturnType<typeof userFilterOf>]>([
  [{}, {}],
  [{ email_address: ['Ada@Example.com', 'nonsense'] }, { emailAddress: ['ada@example.com'] }],
  [{ email_address: ['nonsense'] }, null],
  [{ username: ['Ada_L', '..'] }, { username: ['ada_l'] }],
  [{ username: ['..'] }, null],
  [{ username_query: 'ada' }, { usernameQuery: 'ada' }],
  [{ user_id: ['user_1', '+user_2', ' user_3'] }, { userId: ['user_1', 'user_2', 'user_3'] }],
  [
    { external_id: ['e'], banned: false, query: 'q' },
    { externalId: ['e'], banned: false, query: 'q' },
  ],
  [{ created_at_after: 0 }, { createdAtAfter: 0 }],
  [
    { user_id: ['user_1', '-user_2'], external_id: ['-e'] },
    { userId: ['user_1'], notUserId: ['user_2'], notExternalId: ['e'] },
  ],
  [{ locked: false }, { locked: { is: false, at: 7 } }],
  [{ organization_id: ['-org_1'] }, {}],
  [{ organization_id: ['-org_1', '+org_2'] }, null],
  [{ nowhere: ['phone_number'], user_id: ['user_1'] }, null],
])('%j', (request, expected) => {
  expect(userFilterOf({ ...everybody, ...request }, 7)).toEqual(expected)
})

it.each<[Partial<FindUsersRequest>, Refusal]>([
  [{ external_id: Array<string>(101).fill('e') }, new Refusal('form_param_array_size_exceeded', { param: 'external_id' })],
  [{ nowhere: ['username'], user_id: Array<string>(101).fill('-u') }, new Refusal('form_param_array_size_exceeded', { param: 'user_id' })],
])('not %j', (request, refusal) => {
  expect(() => userFilterOf({ ...everybody, ...request }, 7)).toThrow(refusal)
})
