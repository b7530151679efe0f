import { expect, test } from 'vitest'
import * as client from './index.client.ts'

test.each(['auth', 'currentUser', 'latchkeyClient', 'authMiddleware', 'latchkeyRouteHandler'] as const)('%s() names where to take it from', (name) => {
  expect(() => (client[name] as () => unknown)()).toThrow(/@latchkey\/nextjs\/server/)
})

test('auth.protect() does, too', () => {
  expect(() => client.auth.protect()).toThrow(/@latchkey\/nextjs\/server/)
})

test('has every component and hook that server files have', async () => {
  const server = await import('./shared-exports.ts')
  expect(Object.keys(client)).toEqual(expect.arrayContaining([...Object.keys(server), 'SignIn', 'SignUp']))
})
