import { expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { deleteUser, findOwner } from '../../storage/index.ts'
import { migrate } from '../testing/migrate.ts'
import { signUp } from '../testing/scenarios.ts'
import { testWorld } from '../testing/test-world.ts'
import { readTrail } from './read-trail.ts'

it.each(databases)('shows whom an entry is about, and finds a user by identifier as by id ($dialect)', async ({ fromTemplate }) => {
  const database = await fromTemplate(migrate)
  const world = await testWorld(database.url)
  for (const address of ['ada@example.com', 'ben@example.com']) await signUp(world, world.browser(), address)
  const read = async (user?: string) =>
    (await readTrail(world.ports, world.instance.id, { user, type: 'session.created', limit: 10 })).map(({ identifier }) => identifier)
  const { userId: id } = (await findOwner(world.scope, 'email_address', 'ada@example.com'))!
  expect((await read()).toSorted()).toEqual(['ada@example.com', 'ben@example.com'])
  for (const user of [id, 'ada@example.com', 'Ada@Example.com']) expect([user, await read(user)]).toEqual([user, ['ada@example.com']])
  for (const user of ['carl@example.com', 'user_nobody', '']) expect([user, await read(user)]).toEqual([user, []])
  await world.ports.storage.transaction((db) => deleteUser({ ...world.scope, db }, id))
  expect([await read(id), await read('ada@example.com')]).toEqual([[null], []])
  await world.close()
  await database.drop()
})
