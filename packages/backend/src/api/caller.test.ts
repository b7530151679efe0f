import { expect, test } from 'vitest'
import { type Caller, createCaller } from './caller.ts'

declare const caller: Caller

/** Each of these is refused by the compiler, which `npm test` asks. None is ever called. */
export const REFUSED = [
  // @ts-expect-error -- no such endpoint
  () => caller.call('backend/find-user', { user_id: 'user_1' }),
  // @ts-expect-error -- the parameter of the path is missing
  () => caller.call('backend/get-user'),
  // @ts-expect-error -- a parameter that the query does not have
  () => caller.call('backend/list-clients', { page: 2 }),
  // @ts-expect-error -- a field that the body does not have
  () => caller.call('backend/update-user', { user_id: 'user_1', given_name: 'Ada' }),
  // @ts-expect-error -- of another type
  () => caller.call('backend/create-session-token', { session_id: 'sess_1', expires_in_seconds: '60' }),
  // @ts-expect-error -- a field that the answer does not have
  async () => (await caller.call('backend/count-users')).count,
]

test('what is given goes into the path, the query or the body', async () => {
  const asked: (readonly [string, string | undefined, unknown])[] = []
  const { call } = createCaller({
    secretKey: 'sk_test_x',
    apiUrl: 'https://auth.example',
    fetch: async (url, init) => {
      asked.push([String(url), init?.method, init?.body])
      return Response.json({})
    },
  })
  await call('backend/list-users', { user_id: ['user_1', 'user_2'], banned: false, query: undefined })
  await call('backend/update-user', { user_id: 'a/b', first_name: null })
  await call('backend/ban-user', { user_id: 'user_1' })
  expect(asked).toEqual([
    ['https://auth.example/v1/users?user_id=user_1&user_id=user_2&banned=false', 'GET', undefined],
    ['https://auth.example/v1/users/a%2Fb', 'PATCH', '{"first_name":null}'],
    ['https://auth.example/v1/users/user_1/ban', 'POST', undefined],
  ])
  await expect(call('backend/get-user', { user_id: '..' })).rejects.toThrow(TypeError)
})
