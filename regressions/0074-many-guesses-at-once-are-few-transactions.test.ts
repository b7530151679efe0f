import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, lastCode, otherThan, signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { attemptFirstFactor } from '../packages/server/src/actions/sign-in/first-factor.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from '../packages/server/src/actions/sign-up/verification.ts'
import { createSignUp } from '../packages/server/src/actions/sign-up/create-sign-up.ts'
import { LIMITS } from '../packages/server/src/domain/limits.ts'
import { databases } from '../tools/testing/databases.ts'

const guesses = 200

/*
 * Every one of them opened a transaction and waited in it for the row that the first one held: with 200 at once nobody else got a
 * connection.
 */
describe.each(databases)('many guesses at one attempt at once on $dialect', ({ fromTemplate }) => {
  let world: World
  let drop: () => Promise<void>
  let everyoneArrived: PromiseWithResolvers<void>
  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    drop = database.drop
    world = await testWorld(database.url)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  /** Until everyone who may not even wait was told so, nothing is judged: who is how far, a slow machine would decide otherwise. */
  function counted() {
    const seen = { transactions: 0, atOnce: 0, most: 0 }
    const transaction: typeof world.ports.storage.transaction = async (work) => {
      seen.transactions++
      seen.most = Math.max(seen.most, ++seen.atOnce)
      await everyoneArrived.promise
      return world.ports.storage.transaction(work).finally(() => seen.atOnce--)
    }
    return { seen, ports: { ...world.ports, storage: { ...world.ports.storage, transaction } } }
  }

  async function outcomes(work: (nth: number) => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
    let refused = 0
    everyoneArrived = Promise.withResolvers()
    const ended = await Promise.all(
      Array.from({ length: guesses }, (_, nth) =>
        work(nth).then(
          () => 'through',
          (error: { code: string }) => {
            if (error.code === 'too_many_requests' && ++refused === guesses - LIMITS.guessesWaiting - 1) everyoneArrived.resolve()
            return error.code
          },
        ),
      ),
    )
    return Object.fromEntries([...Map.groupBy(ended, (one) => one)].map(([code, all]) => [code, all.length]))
  }

  test('wrong ones at a sign-in: five are judged, in one transaction each, one after the other', async () => {
    const browser = world.browser()
    await signUp(world, world.browser(), 'ada@example.com')
    const id = await beginSignIn(world, browser, 'ada@example.com')
    const code = otherThan(await lastCode(world))
    const call = await world.call(browser)
    const { seen, ports } = counted()
    expect(await outcomes(() => attemptFirstFactor(ports, call, id, { strategy: 'email_code', code }))).toEqual({
      form_code_incorrect: LIMITS.guessesPerVerification,
      verification_failed: LIMITS.guessesWaiting + 1 - LIMITS.guessesPerVerification,
      too_many_requests: guesses - LIMITS.guessesWaiting - 1,
    })
    expect(seen).toEqual({ transactions: LIMITS.guessesPerVerification, atOnce: 0, most: 1 })
  })

  test('right ones at a sign-up: one is let through, and nobody else writes', async () => {
    const browser = world.browser()
    const begun = await createSignUp(world.ports, await world.call(browser), { email_address: 'ben@example.com' })
    browser.keep(begun)
    await prepareSignUpVerification(world.ports, await world.call(browser), begun.signUpId, { strategy: 'email_code' })
    const code = await lastCode(world)
    const call = await world.call(browser)
    const { seen, ports } = counted()
    expect(await outcomes(() => attemptSignUpVerification(ports, call, begun.signUpId, { strategy: 'email_code', code }))).toEqual({
      through: 1,
      verification_already_verified: LIMITS.guessesWaiting,
      too_many_requests: guesses - LIMITS.guessesWaiting - 1,
    })
    expect(seen).toEqual({ transactions: 1, atOnce: 0, most: 1 })
  })

  test('one that is locked out costs no more than those who may wait, and the next attempt is not held up', async () => {
    await signUp(world, world.browser(), 'ada@example.com')
    const at = async () => {
      const browser = world.browser()
      const id = await beginSignIn(world, browser, 'ada@example.com')
      return { id, code: await lastCode(world), call: await world.call(browser) }
    }
    const [first, second, third] = [await at(), await at(), await at()]
    for (const { id, code, call } of [first, second])
      await outcomes(() => attemptFirstFactor(world.ports, call, id, { strategy: 'email_code', code: otherThan(code) }))
    const { seen, ports } = counted()
    const heard = await outcomes(() =>
      attemptFirstFactor(ports, third.call, third.id, { strategy: 'email_code', code: otherThan(third.code) }),
    )
    expect(heard).toEqual({ user_locked: LIMITS.guessesWaiting + 1, too_many_requests: guesses - LIMITS.guessesWaiting - 1 })
    expect(seen).toMatchObject({ transactions: LIMITS.guessesWaiting + 1, most: 1 })
    world.ports.advance(LIMITS.guessesPerTarget.windowMs)
    const later = await at()
    await attemptFirstFactor(ports, later.call, later.id, { strategy: 'email_code', code: later.code })
  })
})
