import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addIdentifier, attemptIdentifier, prepareIdentifier, removeIdentifier } from '../packages/server/src/actions/me/identifiers.ts'
import type { Ports } from '../packages/server/src/actions/ports.ts'
import { requireSession } from '../packages/server/src/actions/session/current-session.ts'
import { prepareFirstFactor } from '../packages/server/src/actions/sign-in/first-factor.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from '../packages/server/src/actions/sign-up/verification.ts'
import { createSignUp } from '../packages/server/src/actions/sign-up/create-sign-up.ts'
import { held } from '../packages/server/src/actions/testing/held.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, lastCode, signOut, signUp, typeCode } from '../packages/server/src/actions/testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { toRefusal } from '../packages/server/src/actions/to-refusal.ts'
import { LIMITS } from '../packages/server/src/domain/limits.ts'
import { databases } from '../tools/testing/databases.ts'

// Somebody asks for another code and, before that is written, the attempt is finished by the first one. The late one undid that the
// code was
// used, sent an email whose code was good for nothing, and answered as if there were something left to prove.
describe.each(databases)('a code that is asked for beside the end of its attempt, on $dialect', (database) => {
  let world: World
  let browser: Browser
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  /** What becomes of a prepare that has read the attempt, when `finish` is done before it writes. */
  async function late(prepare: (ports: Ports) => Promise<unknown>, finish: () => Promise<unknown>) {
    world.ports.advance(LIMITS.resendAfterMs + 1_000)
    const emails = (await world.mails()).length
    const { ports, waits, go } = held(world.ports, 'before')
    const told = prepare(ports).then(
      () => 'well',
      (error: unknown) => toRefusal(error).code,
    )
    await waits
    await finish()
    go()
    return { told: await told, emails: (await world.mails()).length - emails, used: await used() }
  }
  const used = async () => {
    const { rows } = await world.ports.storage.db.execute('select consumed_at, secret from verifications order by sent_at desc', [], false)
    const [row] = rows as { readonly consumed_at: unknown; readonly secret: unknown }[]
    return row === undefined ? null : row.consumed_at !== null && row.secret === null
  }

  it('to sign in', async () => {
    await signUp(world, browser, 'ada@example.com')
    await signOut(world, browser)
    for (const strategy of ['email_code', 'email_link']) {
      const id = await beginSignIn(world, browser, 'ada@example.com')
      const [call, code] = [await world.call(browser), await lastCode(world)]
      const redirect_url = `${world.origin}/verify`
      const prepare = (ports: Ports) => prepareFirstFactor(ports, call, id, { strategy, redirect_url })
      expect(await late(prepare, () => typeCode(world, browser, id, code))).toEqual({
        told: 'verification_already_verified',
        emails: 0,
        used: true,
      })
      await signOut(world, browser)
    }
  })

  it('to sign in by the other of the two ways that one email has', async () => {
    await signUp(world, browser, 'ada@example.com')
    await signOut(world, browser)
    const id = await beginSignIn(world, browser, 'ada@example.com', 'email_link')
    const [call, code] = [await world.call(browser), await lastCode(world)]
    const prepare = (ports: Ports) => prepareFirstFactor(ports, call, id, { strategy: 'email_code' })
    expect(await late(prepare, () => typeCode(world, browser, id, code))).toEqual({
      told: 'verification_already_verified',
      emails: 0,
      used: true,
    })
  })

  it('to sign up', async () => {
    const begun = await createSignUp(world.ports, await world.call(browser), { email_address: 'ada@example.com' })
    browser.keep(begun)
    const id = begun.signUpId
    await prepareSignUpVerification(world.ports, await world.call(browser), id, { strategy: 'email_code' })
    const [call, code] = [await world.call(browser), await lastCode(world)]
    const prepare = (ports: Ports) => prepareSignUpVerification(ports, call, id, { strategy: 'email_code' })
    const finish = () => attemptSignUpVerification(world.ports, call, id, { strategy: 'email_code', code })
    expect(await late(prepare, finish)).toEqual({ told: 'verification_already_verified', emails: 0, used: true })
  })

  describe('to add an address', () => {
    async function adding() {
      await signUp(world, browser, 'ada@example.com')
      const call = await world.call(browser)
      const session = await requireSession(world.ports, call, null)
      const { id } = await addIdentifier(world.ports, call, session, 'email_address', 'more@example.com')
      await prepareIdentifier(world.ports, call, session, 'email_address', id, { strategy: 'email_code' })
      const prepare = (ports: Ports) => prepareIdentifier(ports, call, session, 'email_address', id, { strategy: 'email_code' })
      return { call, session, id, prepare, code: await lastCode(world) }
    }

    it('that is proven by then', async () => {
      const { call, session, id, prepare, code } = await adding()
      const finish = () => attemptIdentifier(world.ports, call, session, 'email_address', id, { strategy: 'email_code', code })
      // Beside the address that was proven, its account is told of it.
      expect(await late(prepare, finish)).toMatchObject({ told: 'verification_already_verified', emails: 1 })
    })

    it('that was taken back by then', async () => {
      const { call, session, id, prepare } = await adding()
      const finish = () => removeIdentifier(world.ports, call, session, 'email_address', id)
      expect(await late(prepare, finish)).toMatchObject({ told: 'resource_not_found', emails: 0 })
    })
  })
})
