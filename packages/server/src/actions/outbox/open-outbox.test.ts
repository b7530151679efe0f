import { expect, it } from 'vitest'
import { enqueueMessage } from '../../storage/index.ts'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld } from '../testing/test-world.ts'
import { openOutbox } from './open-outbox.ts'

it.each(databases)('leaves a message of a channel that only a newer version knows as it is ($dialect)', async ({ fromTemplate }) => {
  const database = await fromTemplate(migrate)
  const { ports, instance, close } = await testWorld(database.url)
  const now = ports.clock.now()
  const message = { to: 'a', sealed: 'x', createdAt: now, expiresAt: now + 600_000 }
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: instance.id }
    await enqueueMessage(scope, { ...message, id: 'msg_wave', channel: 'wave' as 'email' })
    await enqueueMessage(scope, { ...message, id: 'msg_email', channel: 'email' })
  })
  expect((await openOutbox(ports).lease(9)).map(({ id }) => id)).toEqual(['msg_email'])
  expect(await openOutbox(ports).lease(9)).toEqual([])
  const { rows } = await ports.storage.db.execute("select status, sealed, tries from outbox where id = 'msg_wave'", [], false)
  expect(rows.map((row) => ({ ...(row as object) }))).toEqual([{ status: 'due', sealed: 'x', tries: 0 }])
  await close()
  await database.drop()
})

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
