import { expect, it } from 'vitest'
import { enqueueMessage } from '../../storage/index.ts'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld } from '../testing/test-world.ts'
import { openOutbox } from './open-outbox.ts'

it.each(databases)('sends, retries and gives up in the database ($dialect)', async ({ fromTemplate }) => {
  const database = await fromTemplate(migrate)
  const { ports, instance, close } = await testWorld(database.url)
  const outbox = openOutbox(ports)
  const now = ports.clock.now()
  const message = (id: string) => ({ id, channel: 'email', to: 'a', sealed: id, createdAt: now, expiresAt: now + 600_000 }) as const
  await ports.storage.transaction(async (db) => {
    for (const id of ['msg_a', 'msg_b', 'msg_c', 'msg_d']) await enqueueMessage({ db, instanceId: instance.id }, message(id))
  })
  expect((await outbox.lease(9)).map(({ id }) => id).toSorted()).toEqual(['msg_a', 'msg_b', 'msg_c', 'msg_d'])
  const key = (id: string) => ({ instanceId: instance.id, id })
  await Promise.all([
    outbox.finish(key('msg_a')),
    outbox.finish(key('msg_b')),
    outbox.fail(key('msg_c'), 'no'),
    outbox.retry(key('msg_d'), { nextAt: now, error: null }),
  ])
  const { rows } = await ports.storage.db.execute('select id, status, sealed from outbox order by id', [], false)
  expect(rows.map((row) => ({ ...(row as object) }))).toEqual([
    { id: 'msg_a', status: 'sent', sealed: null },
    { id: 'msg_b', status: 'sent', sealed: null },
    { id: 'msg_c', status: 'failed', sealed: null },
    { id: 'msg_d', status: 'due', sealed: 'msg_d' },
  ])
  await close()
  await database.drop()
})
