import { expect, test } from 'vitest'
import { countSessions, listSessions } from '../packages/server/src/storage/index.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { testWorld } from '../packages/server/src/actions/testing/test-world.ts'
import { databases } from '../tools/testing/databases.ts'

/* Nothing rewrites a row when its seven days are over: a list by status went by the row's word and called it active for ever. */
test.each(databases)('a session that has run out is listed as expired on $dialect', async ({ fromTemplate }) => {
  const { url, drop } = await fromTemplate(migrate)
  const world = await testWorld(url)
  await signUp(world, world.browser(), 'ada@example.com')
  const page = { limit: 10, offset: 0 }
  for (const [day, active, expired] of [
    [6, 1, 0],
    [8, 0, 1],
  ] as const) {
    const now = world.ports.clock.now() + day * 24 * 60 * 60_000
    expect(await countSessions(world.scope, { status: 'active', now })).toBe(active)
    expect(await listSessions(world.scope, { status: 'expired', now }, page)).toHaveLength(expired)
  }
  await world.close()
  await drop()
})
