import { expect, it } from 'vitest'
import { consumeVerification, findAttempt, insertAttempt } from '../../storage/index.ts'
import { anAttempt, aVerification, NOW } from '../../storage/testing/fixtures.ts'
import { testWorld } from '../testing/test-world.ts'
import { usedUp } from './require-judgeable.ts'

it('is what the row says after it was used', async () => {
  const { ports, instance, scope, close } = await testWorld()
  const verification = aVerification()
  const attempt = anAttempt('sign_in', { verifications: { first_factor: verification } })
  const use = { now: NOW, clientId: 'client_1', guesses: 1 } as const
  await ports.storage.transaction(async (db) => {
    const inside = { db, instanceId: instance.id }
    await insertAttempt(inside, attempt)
    expect(
      await consumeVerification(inside, { slot: 'first_factor', id: verification.id, sends: verification.sends, max: 5, ...use }),
    ).toBe(true)
  })
  expect((await findAttempt(scope, attempt.id, 'sign_in'))?.verifications.first_factor).toEqual(usedUp(verification, use))
  await close()
})
