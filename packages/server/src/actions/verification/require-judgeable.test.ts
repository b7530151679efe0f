import type { StrategyName } from '@latchkey/protocol'
import { expect, it } from 'vitest'
import { consumeVerification, findAttempt, insertAttempt } from '../../storage/index.ts'
import { anAttempt, aVerification, NOW } from '../../storage/testing/fixtures.ts'
import { testWorld } from '../testing/test-world.ts'
import { judge } from './judge.ts'
import { requireJudgeable, usedUp } from './require-judgeable.ts'

it('is what the row says after it was used', async () => {
  const { ports, instance, scope, close } = await testWorld()
  const verification = aVerification()
  const attempt = anAttempt('sign_in', { verifications: { first_factor: verification } })
  const use = { now: NOW, clientId: 'client_1' }
  await ports.storage.transaction(async (db) => {
    const inside = { db, instanceId: instance.id }
    await insertAttempt(inside, attempt)
    expect(await consumeVerification(inside, { slot: 'first_factor', id: verification.id, sends: verification.sends, ...use })).toBe(true)
  })
  expect((await findAttempt(scope, attempt.id, 'sign_in'))?.verifications.first_factor).toEqual(usedUp(verification, use))
  await close()
})

it('refuses what only a newer version can judge, whoever asks for it and whenever it came', async () => {
  const world = await testWorld()
  const { ports, instance, scope, close } = world
  const strategy = 'iris_scan' as StrategyName
  const refusal = expect.objectContaining({ code: 'verification_strategy_invalid' })
  const verification = aVerification({ strategy, expiresAt: ports.clock.now() + 60_000 })
  const attempt = anAttempt('sign_in', { verifications: { first_factor: verification } })
  for (const asked of [strategy, 'email_code'] as const) {
    await expect(requireJudgeable(ports, scope, attempt, { slot: 'first_factor', strategy: asked })).rejects.toEqual(refusal)
  }
  const call = await world.call(world.browser())
  const guess = { verification, known: false, counted: [], filled: [] }
  await expect(judge(ports, call, guess, { strategy: 'email_code', proof: '123456' }, [])).rejects.toEqual(refusal)
  expect(call.instance.id).toBe(instance.id)
  await close()
})
