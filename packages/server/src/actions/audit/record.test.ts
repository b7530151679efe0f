import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { type EventSource, OPERATOR, record, SYSTEM, visitorOf } from './record.ts'

describe.each(databases)('the trail on $dialect', ({ fromTemplate }) => {
  let world: World
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    world = await testWorld(database.url)
    drop = database.drop
    await world.ports.storage.transaction((db) => db.execute('delete from audit', [], false))
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const trail = () =>
    world.scope.db.kysely.selectFrom('audit').selectAll().where('instance_id', '=', world.instance.id).orderBy('id').execute()
  const write = (source: EventSource, fail = false) =>
    world.ports.storage.transaction(async (db) => {
      const scope = { ...world.scope, db }
      await record(
        world.ports,
        scope,
        source,
        { type: 'user.banned', userId: 'user_1', detail: { sessions: 2 } },
        { type: 'user.deleted', userId: 'user_1' },
      )
      if (fail) throw new Error('and then it failed')
    })

  test('says who, where from and what, and nothing of a change that did not happen', async () => {
    await expect(write(SYSTEM, true)).rejects.toThrow('and then it failed')
    expect(await trail()).toEqual([])
    await write(visitorOf(await world.call(world.browser()), 'user_1'))
    const rows = await trail()
    expect(rows.map(({ type, detail }) => `${type} ${detail}`).toSorted()).toEqual(['user.banned {"sessions":2}', 'user.deleted {}'])
    expect(rows[0]).toMatchObject({
      actor: 'user:user_1',
      user_id: 'user_1',
      client_id: null,
      ip_address: '192.0.2.1',
      user_agent: 'Firefox on Linux',
    })
  })

  test.each([
    [SYSTEM, 'system'],
    [OPERATOR, 'operator'],
    [{ ...SYSTEM, actor: { type: 'secret_key', id: 'sk_1' } }, 'secret_key:sk_1'],
    [{ ...SYSTEM, actor: { type: 'visitor' } }, 'visitor'],
  ] as const)('names its actor %#', async (source, actor) => {
    await write(source)
    expect((await trail()).map((row) => row.actor)).toEqual([actor, actor])
  })
})
