import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { banUser } from '../packages/server/src/actions/backend/user-state.ts'
import { createSession } from '../packages/server/src/actions/backend/sessions.ts'
import type { BackendCall } from '../packages/server/src/actions/call.ts'
import { attemptFirstFactor } from '../packages/server/src/actions/sign-in/first-factor.ts'
import { held } from '../packages/server/src/actions/testing/held.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, lastCode, signOut, signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { findOwner, listSessions } from '../packages/server/src/storage/index.ts'
import { databases } from '../tools/testing/databases.ts'

// A ban ends the sessions that it sees. One that was being made beside it was listed as active for as long as it lasts: of no use, but an
// operator who looked saw a banned user signed in.
describe.each(databases)('a ban beside a sign-in, on $dialect', (database) => {
  let world: World
  let browser: Browser
  let backend: BackendCall
  let userId: string
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
    await signUp(world, browser, 'ada@example.com')
    await signOut(world, browser)
    userId = (await findOwner(world.scope, 'email_address', 'ada@example.com'))!.userId
    const { instance, scope } = world
    backend = { instance, scope, keyId: 'sk_1', caller: { ipAddress: null, userAgent: null, origin: null }, base: world.app.frontendApiUrl }
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const active = async () => (await listSessions(world.scope, { userId, status: 'active' }, { limit: 10, offset: 0 })).length
  const told = (error: unknown) => (error as { readonly code: string }).code

  it.each(['a sign-in by code', 'a session that an application makes'])('leaves nothing of %s', async (what) => {
    const id = await beginSignIn(world, browser, 'ada@example.com')
    const [call, code] = [await world.call(browser), await lastCode(world)]
    const signIn = () =>
      what === 'a sign-in by code'
        ? attemptFirstFactor(world.ports, call, id, { strategy: 'email_code', code })
        : createSession(world.ports, backend, userId)
    // All but committed, when the sign-in reads the user as not banned.
    const ban = held(world.ports, 'commit')
    const banned = banUser(ban.ports, backend, userId)
    await ban.waits
    const refused = signIn().then(() => 'signed in', told)
    await sleep(300)
    ban.go()
    await banned
    expect([await refused, await active()]).toEqual(['user_banned', 0])
  })

  it('ends the session of a sign-in that was first', async () => {
    const id = await beginSignIn(world, browser, 'ada@example.com')
    const [call, code] = [await world.call(browser), await lastCode(world)]
    const first = held(world.ports, 'commit')
    const signedIn = attemptFirstFactor(first.ports, call, id, { strategy: 'email_code', code })
    await first.waits
    const banned = banUser(world.ports, backend, userId)
    await sleep(300)
    first.go()
    await Promise.all([signedIn, banned])
    expect(await active()).toBe(0)
  })
})
