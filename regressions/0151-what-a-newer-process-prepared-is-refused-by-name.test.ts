import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLink } from '../packages/server/src/actions/link/open-link.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, lastCode, prepareSignIn, signOut, signUp, typeCode } from '../packages/server/src/actions/testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { LIMITS } from '../packages/server/src/domain/limits.ts'
import { databases } from '../tools/testing/databases.ts'

// While a newer version runs beside this one, a sign-in may have been prepared by a strategy that only the newer one knows. Whoever then
// typed a code, or opened a link, was answered 500 by the older one.
describe.each(databases)('a verification by a strategy that this process does not know, on $dialect', (database) => {
  let world: World
  let browser: Browser
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
    await signUp(world, browser, 'ada@example.com')
    await signOut(world, browser)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const begun = async () => {
    const id = await beginSignIn(world, browser, 'ada@example.com')
    await world.ports.storage.transaction(async (db) => {
      const newer = { strategy: 'of_a_newer_version', target: '', secret: 'x' }
      await db.kysely.updateTable('verifications').set(newer).where('attempt_id', '=', id).execute()
    })
    return id
  }

  it('takes no proof of another, and counts nothing', async () => {
    const id = await begun()
    await expect(typeCode(world, browser, id, '123456')).rejects.toMatchObject({ code: 'verification_strategy_invalid' })
    expect(await world.rows("verifications where strategy = 'of_a_newer_version' and guesses > 0")).toBe(0)
  })

  it('opens no link', async () => {
    const id = await begun()
    const opened = await openLink(world.ports, await world.call(browser), `${id}.${'x'.repeat(43)}`, false)
    expect(opened).toMatchObject({ type: 'here', status: 'failed', createdSessionId: null })
  })

  it('is replaced by what this one knows', async () => {
    const id = await begun()
    world.ports.advance(LIMITS.resendAfterMs)
    await prepareSignIn(world, browser, id)
    await typeCode(world, browser, id, await lastCode(world))
    expect(await world.rows("sessions where status = 'active'")).toBe(1)
  })
})
