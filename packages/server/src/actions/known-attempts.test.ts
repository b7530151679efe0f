import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import type { Attempt } from '../domain/attempt.ts'
import { findAttempt } from '../storage/index.ts'
import { attemptFirstFactor, prepareFirstFactor } from './sign-in/first-factor.ts'
import { createSignIn } from './sign-in/create-sign-in.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from './sign-up/verification.ts'
import { createSignUp, updateSignUp } from './sign-up/create-sign-up.ts'
import { migrate } from './testing/migrate.ts'
import { lastCode, otherThan } from './testing/scenarios.ts'
import { testWorld, type World } from './testing/test-world.ts'

describe.each(databases)('the attempt an outcome carries is the one in the database ($dialect)', (database) => {
  let world: World
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  /** All but the version, which only its own compare-and-swap reads. */
  async function expectStored(shown: Attempt | undefined) {
    const stored = await findAttempt(world.scope, shown!.id, shown!.kind)
    expect({ ...shown, version: null }).toEqual({ ...stored, version: null })
  }

  const ada = { email_address: 'ada@example.com' }
  const byCode = { strategy: 'email_code' }

  it('through a sign-up', async () => {
    const { ports } = world
    const browser = world.browser()
    const call = () => world.call(browser)
    const begun = await createSignUp(ports, await call(), ada)
    browser.keep(begun)
    await expectStored(begun.attempt)
    const id = begun.signUpId
    for (const wait of [0, 1000, 31_000]) {
      ports.advance(wait)
      await expectStored((await prepareSignUpVerification(ports, await call(), id, byCode)).attempt)
    }
    await expect(
      attemptSignUpVerification(ports, await call(), id, { ...byCode, code: otherThan(await lastCode(world)) }),
    ).rejects.toThrow()
    const done = await attemptSignUpVerification(ports, await call(), id, { ...byCode, code: await lastCode(world) })
    await expectStored(done.attempt)
    expect(done.attempt).toMatchObject({
      status: 'complete',
      verifications: { email_address: { guesses: 2, secret: null, verifiedByClientId: begun.client.id } },
    })
  })

  it('through a sign-up that is prepared at once and changes its address', async () => {
    const { ports } = world
    const browser = world.browser()
    const begun = await createSignUp(ports, await world.call(browser), { ...ada, ...byCode })
    browser.keep(begun)
    await expectStored(begun.attempt)
    const updated = await updateSignUp(ports, await world.call(browser), begun.signUpId, { email_address: 'eve@example.com' })
    if (updated.attempt) await expectStored(updated.attempt)
  })

  it('through a sign-in, whose link may have asked for it first', async () => {
    const { ports } = world
    const first = world.browser()
    const signUp = await createSignUp(ports, await world.call(first), { ...ada, ...byCode })
    first.keep(signUp)
    await attemptSignUpVerification(ports, await world.call(first), signUp.signUpId, { ...byCode, code: await lastCode(world) })
    const browser = world.browser()
    const call = () => world.call(browser)
    const begun = await createSignIn(ports, await call(), { identifier: ada.email_address })
    browser.keep(begun)
    await expectStored(begun.attempt)
    const link = { strategy: 'email_link', redirect_url: `${world.origin}/verify` }
    for (const request of [link, byCode, byCode]) {
      await expectStored((await prepareFirstFactor(ports, await call(), begun.signInId, request)).attempt)
    }
    const done = await attemptFirstFactor(ports, await call(), begun.signInId, { ...byCode, code: await lastCode(world) })
    await expectStored(done.attempt)
    expect(done.attempt).toMatchObject({ status: 'complete', verifications: { first_factor: { guesses: 1, secret: null } } })
    await expectStored((await createSignIn(ports, await world.call(world.browser()), { identifier: ada.email_address, ...byCode })).attempt)
  })
})
