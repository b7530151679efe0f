import { expect, test } from 'vitest'
import { openLink } from '../packages/server/src/actions/link/open-link.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, signOut, signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { testWorld } from '../packages/server/src/actions/testing/test-world.ts'
import { databases } from '../tools/testing/databases.ts'

/*
 * A double click asks twice. The second request met a link that the first had just used up, and led her to the application with
 * `__clerk_status=failed`, although she was signed in; a browser shows the last answer.
 */
test.each(databases)('clicks at the same time end alike, and one of them signs in, on $dialect', async ({ fromTemplate }) => {
  const { url, drop } = await fromTemplate(migrate)
  const world = await testWorld(url)
  const browser = world.browser()
  await signUp(world, browser, 'ada@example.com')
  await signOut(world, browser)
  await beginSignIn(world, browser, 'ada@example.com', 'email_link')
  const token = new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!
  const sessions = await world.rows('sessions')

  const call = await world.call(browser)
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => openLink(world.ports, call, token, false)))

  const ends = new Set(
    outcomes.map((outcome) => (outcome.type === 'here' ? `${outcome.status} ${outcome.createdSessionId}` : outcome.type)),
  )
  expect([...ends]).toEqual([expect.stringMatching(/^verified sess_\w{27}$/)])
  expect(outcomes.filter((outcome) => outcome.type === 'here' && outcome.newToken !== null)).toHaveLength(1)
  expect(await world.rows('sessions')).toBe(sessions + 1)
  await world.close()
  await drop()
})
