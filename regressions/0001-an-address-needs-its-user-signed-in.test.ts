import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLink } from '../packages/server/src/actions/link/open-link.ts'
import { addIdentifier, prepareIdentifier } from '../packages/server/src/actions/me/identifiers.ts'
import { revokeMySession } from '../packages/server/src/actions/me/my-sessions.ts'
import { requireSession } from '../packages/server/src/actions/session/current-session.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { signOut, signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { findOwner, updateUser } from '../packages/server/src/storage/index.ts'
import { databases } from '../tools/testing/databases.ts'

/*
 * Somebody with another's session began to add an address of his own and asked for a link. She signed him out, and the link, opened
 * in his browser, still made the address hers: he could sign in with it from then on.
 */
describe.each(databases)('the link of a new address on $dialect', (database) => {
  let world: World
  let browser: Browser
  let userId: string
  let drop: () => Promise<void>
  let open: () => ReturnType<typeof openLink>

  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
    await signUp(world, browser, 'ada@example.com')
    const session = await requireSession(world.ports, await world.call(browser), null)
    userId = session.userId
    const added = await addIdentifier(world.ports, await world.call(browser), session, 'email_address', 'eve@example.com')
    const request = { strategy: 'email_link', redirect_url: `${world.origin}/user` }
    await prepareIdentifier(world.ports, await world.call(browser), session, 'email_address', added.id, request)
    const token = new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!
    open = async () => openLink(world.ports, await world.call(browser), token, false)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const revoke = async () => {
    const call = await world.call(browser)
    const session = await requireSession(world.ports, call, null)
    await revokeMySession(world.ports, call, session, session.id)
  }
  const stand = (patch: object) => world.ports.storage.transaction((db) => updateUser({ ...world.scope, db }, userId, patch, Date.now()))

  it.each([
    ['her session was revoked', revoke],
    ['she signed out', () => signOut(world, browser)],
    [
      'somebody else is signed in there',
      async () => {
        await signOut(world, browser)
        await signUp(world, browser, 'bea@example.com')
      },
    ],
    ['she was banned', () => stand({ banned: true })],
    ['she was locked', () => stand({ lockedUntil: Number.MAX_SAFE_INTEGER })],
  ])('does nothing once %s', async (_, happens) => {
    await happens()
    expect(await open()).toMatchObject({ type: 'here', status: 'failed', createdSessionId: null })
    expect(await findOwner(world.scope, 'email_address', 'eve@example.com')).toBeNull()
  })

  it('makes the address hers while she is signed in', async () => {
    expect(await open()).toMatchObject({ type: 'here', status: 'verified' })
    expect(await findOwner(world.scope, 'email_address', 'eve@example.com')).toMatchObject({ userId })
  })
})
