import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addIdentifier, prepareIdentifier } from '../packages/server/src/actions/me/identifiers.ts'
import type { Ports } from '../packages/server/src/actions/ports.ts'
import { requireSession } from '../packages/server/src/actions/session/current-session.ts'
import { createSignIn } from '../packages/server/src/actions/sign-in/create-sign-in.ts'
import { prepareFirstFactor } from '../packages/server/src/actions/sign-in/first-factor.ts'
import { prepareSignUpVerification } from '../packages/server/src/actions/sign-up/verification.ts'
import { createSignUp } from '../packages/server/src/actions/sign-up/create-sign-up.ts'
import { held } from '../packages/server/src/actions/testing/held.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { lastCode, signOut, signUp, typeCode } from '../packages/server/src/actions/testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { databases } from '../tools/testing/databases.ts'

// A second click, an effect that runs twice, two tabs: both requests read that nothing was sent yet, both sent an email, and the first
// one's code was good for nothing.
describe.each(databases)('a code that is asked for twice at once, on $dialect', (database) => {
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

  /** How many emails go out when a second request is done between what the first one reads and what it writes. */
  async function twice(prepare: (ports: Ports) => Promise<unknown>): Promise<number> {
    const before = (await world.mails()).length
    const { ports, waits, go } = held(world.ports, 'before')
    const first = prepare(ports)
    await waits
    await prepare(world.ports)
    go()
    await first
    return (await world.mails()).length - before
  }

  it('to sign in, and the code of that one is good', async () => {
    await signUp(world, browser, 'ada@example.com')
    await signOut(world, browser)
    const begun = await createSignIn(world.ports, await world.call(browser), { identifier: 'ada@example.com' })
    browser.keep(begun)
    const call = await world.call(browser)
    const prepare = (ports: Ports) => prepareFirstFactor(ports, call, begun.signInId, { strategy: 'email_code' })
    expect(await twice(prepare)).toBe(1)
    await typeCode(world, browser, begun.signInId, await lastCode(world))
  })

  it('to sign up', async () => {
    const begun = await createSignUp(world.ports, await world.call(browser), { email_address: 'ada@example.com' })
    browser.keep(begun)
    const call = await world.call(browser)
    expect(await twice((ports) => prepareSignUpVerification(ports, call, begun.signUpId, { strategy: 'email_code' }))).toBe(1)
  })

  it('to add an address', async () => {
    await signUp(world, browser, 'ada@example.com')
    const call = await world.call(browser)
    const session = await requireSession(world.ports, call, null)
    const { id } = await addIdentifier(world.ports, call, session, 'email_address', 'more@example.com')
    const prepare = (ports: Ports) => prepareIdentifier(ports, call, session, 'email_address', id, { strategy: 'email_code' })
    expect(await twice(prepare)).toBe(1)
  })
})
