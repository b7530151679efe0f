import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { beginSignIn, lastCode, otherThan, signUp, typeCode } from '../testing/scenarios.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { SYSTEM } from './record.ts'
import { createRefusals, type Later } from './refusals.ts'

describe.each(databases)('what is refused, on $dialect', ({ fromTemplate }) => {
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

  const trail = async () => {
    const rows = await world.scope.db.kysely
      .selectFrom('audit')
      .selectAll()
      .where('instance_id', '=', world.instance.id)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      type: row.type,
      actor: row.actor,
      userId: row.user_id,
      ...(JSON.parse(row.detail) as { times?: number; scope?: string; code?: string; guesses?: number }),
    }))
  }

  test('a flood of guesses is ten rows, one of the lock, and one a minute from then on', async () => {
    const address = 'ada@example.com'
    await signUp(world, world.browser(), address)
    const [user] = await world.scope.db.kysely.selectFrom('users').select('id').where('instance_id', '=', world.instance.id).execute()
    const userId = user!.id
    await world.ports.storage.transaction((db) => db.execute('delete from audit', [], false))
    const guess = async () => {
      const browser = world.browser()
      const id = await beginSignIn(world, browser, address)
      const wrong = otherThan(await lastCode(world))
      for (let times = 0; times < 5; times++) {
        // Each at a time of its own, which the trail is in the order of.
        world.ports.advance(1)
        await typeCode(world, browser, id, wrong).catch(() => undefined)
      }
    }
    for (let attempts = 0; attempts < 30; attempts++) await guess()
    const judged = (await trail()).filter(({ type }) => type === 'sign_in.failed')
    expect(judged).toHaveLength(10)
    expect(judged.map(({ guesses }) => guesses)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    expect(judged[0]).toMatchObject({ actor: 'visitor', userId, code: 'form_code_incorrect' })
    expect((await trail()).filter(({ type }) => type === 'guesses.locked')).toMatchObject([{ userId, scope: 'user' }])
    const refused = async () => (await trail()).filter(({ type }) => type === 'sign_in.refused')
    const flush = async (after: number) => {
      world.ports.advance(after)
      await world.ports.refusals.flush()
    }
    await flush(60_000)
    expect(await refused()).toMatchObject([{ type: 'sign_in.refused', userId, code: 'user_locked', times: 140 }])
    await guess()
    await flush(1000)
    expect((await refused()).map(({ times }) => times)).toEqual([140])
    await flush(60_000)
    expect((await refused()).map(({ times }) => times)).toEqual([140, 5])
  }, 60_000)

  test('a row is written a second after the first of its kind, by itself', async () => {
    const waiting: { readonly work: () => void; readonly afterMs: number }[] = []
    const called: number[] = []
    const later: Later = (work, afterMs) => {
      const place = waiting.push({ work, afterMs }) - 1
      return () => void called.push(place)
    }
    const refusals = createRefusals({ ...world.ports, later })
    const refused = { type: 'sign_in.refused', userId: 'user_1', code: 'user_banned' } as const
    for (let times = 0; times < 3; times++) refusals.note(world.instance.id, SYSTEM, refused)
    expect(waiting.map(({ afterMs }) => afterMs)).toEqual([1000])
    world.ports.advance(1000)
    waiting[0]!.work()
    await expect.poll(trail).toMatchObject([{ ...refused, times: 3 }])
    // It waits for the next ones, until the process ends.
    expect([waiting.length, called]).toEqual([2, []])
    refusals.note(world.instance.id, SYSTEM, refused)
    await refusals.close()
    expect([waiting.length, called]).toEqual([2, [1]])
    expect((await trail()).map(({ times }) => times)).toEqual([3, 1])
  })

  test('however many accounts it is about, a process keeps a thousand kinds and counts the rest together', async () => {
    const { refusals } = world.ports
    for (let user = 0; user < 3000; user++)
      refusals.note(world.instance.id, SYSTEM, { type: 'sign_in.refused', userId: `user_${user}`, code: 'user_banned' })
    await refusals.close()
    const rows = await trail()
    expect(rows).toHaveLength(1001)
    expect(rows.filter(({ userId }) => userId === null).map(({ times }) => times)).toEqual([2000])
    refusals.note(world.instance.id, SYSTEM, { type: 'sign_in.refused', userId: null, code: 'user_banned' })
    await refusals.flush()
    expect(await trail()).toHaveLength(1001)
  })
})
