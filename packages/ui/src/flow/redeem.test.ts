import { afterAll, beforeAll, expect, it } from 'vitest'
import { signUp } from '../../../js/src/testing/people.ts'
import { openTestWorld, type TestWorld } from '../../../js/src/testing/test-world.ts'
import { keepOneTime } from '../../../server/src/actions/one-time/keep-one-time.ts'
import { signInPort, signUpPort } from './attempt-port.ts'

let world: TestWorld
let userId: string
beforeAll(async () => {
  world = await openTestWorld()
  const { latchkey } = world.page('through the app')
  await signUp(world, latchkey, 'ada@northwind.test')
  userId = latchkey.getSnapshot().user!.id
})
afterAll(() => world.close())

it.each([
  ['sign-in', 'I', signInPort],
  ['sign-up', 'U', signUpPort],
] as const)('a ticket on the page of a %s signs in whom it was sent to, once', async (_, letter, portOf) => {
  const { ports } = world.server
  const secret = letter.repeat(43)
  const scope = { db: ports.storage.db, instanceId: world.app.instanceId }
  await keepOneTime(ports, scope, { purpose: 'sign_in_token', secret, payload: {}, userId, lifetimeMs: 60_000 })

  const { latchkey } = world.page('through the app')
  const standing = await portOf(latchkey, undefined).redeem(secret)
  const { sessions, user } = latchkey.getSnapshot()
  expect([standing, sessions.map(({ id }) => id), user?.id]).toEqual([
    expect.objectContaining({ step: 'complete', sessionId: sessions[0]!.id }),
    [standing.sessionId],
    userId,
  ])

  const { latchkey: another } = world.page('through the app')
  await expect(portOf(another, undefined).redeem(secret)).rejects.toMatchObject({ name: 'LatchkeyError', status: 400 })
  expect(another.getSnapshot().sessions).toEqual([])
})
