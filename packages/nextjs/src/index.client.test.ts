import { expect, test } from 'vitest'
import * as client from './index.client.ts'

const { auth, authMiddleware, currentUser, latchkeyClient, latchkeyRouteHandler } = client

test.each(Object.entries({ auth, authMiddleware, currentUser, latchkeyClient, latchkeyRouteHandler }))(
  '%s() names where to take it from',
  (name, stub) => {
    expect(stub).toThrow(new RegExp(`import ${name} from '@latchkey/nextjs/server'`))
  },
)

test('auth.protect() does, too', () => {
  expect(() => auth.protect()).toThrow(/@latchkey\/nextjs\/server/)
})

test('has every component and hook that server files have', async () => {
  const server = await import('./shared-exports.ts')
  expect(Object.keys(client)).toEqual(expect.arrayContaining([...Object.keys(server), 'SignIn', 'SignUp']))
})
