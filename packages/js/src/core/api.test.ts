import { expect, test } from 'vitest'
import { scriptedPage } from '../testing/scripted-server.ts'
import type { Api } from './api.ts'
import * as routes from './routes.ts'

declare const api: Api

/** Each of these is refused by the compiler, which `npm test` asks. None is ever called. */
export const REFUSED = {
  routes: [
    // @ts-expect-error -- no such endpoint
    () => api.call('GET /v1/clients/me'),
    // @ts-expect-error -- no such verb
    () => api.call('PUT /v1/me'),
  ],
  given: [
    // @ts-expect-error -- the parameter of the path is missing
    () => api.call(routes.getSignIn),
    // @ts-expect-error -- it is called otherwise
    () => api.call(routes.getSignIn, { sign_up_id: 'sia_1' }),
    // @ts-expect-error -- a field that the body does not have
    () => api.call(routes.updateMe, { ...{ _clerk_session_id: 'sess_1' }, given_name: 'Ada' }),
    // @ts-expect-error -- a field that has to be there is not
    () => api.call(routes.createMyEmailAddress, { _clerk_session_id: 'sess_1' }),
  ],
  answers: [
    // @ts-expect-error -- a field that the answer does not have
    async () => (await api.call(routes.createToken, { session_id: 'sess_1' })).token,
  ],
}

test('every route of a page has a verb and a path', async () => {
  expect(Object.values(routes).filter((route) => !/^(GET|POST|PATCH|DELETE) \/v1\/[a-z_/:]+$/.test(route))).toEqual([])
  const { server, latchkey } = scriptedPage()
  await latchkey.load()
  expect(server.asked).toEqual([routes.getClient])
})
