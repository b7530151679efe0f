import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { beginSignIn, lastCode, signUp, typeCode } from '../packages/server/src/actions/testing/scenarios.ts'
import { testWorld } from '../packages/server/src/actions/testing/test-world.ts'
import { type Db, StorageUnavailable } from '../packages/server/src/storage/index.ts'

// A right code was used up by a statement that was begun, and awaited only after the notice of a new device was written. When the database
// went away between the two, its failure was nobody's, and Node ends a process for that.
it('answers that the database is away, and stays, when it goes away while a sign-in is written', async () => {
  const world = await testWorld()
  await signUp(world, world.browser(), 'ada@example.com')
  const other = world.browser()
  const id = await beginSignIn(world, other, 'ada@example.com')
  const code = await lastCode(world)
  const { storage } = world.ports
  const away = () => new StorageUnavailable(new Error('gone'))
  const goingAway = (db: Db): Db => ({
    dialect: db.dialect,
    kysely: db.kysely,
    async execute(sql, parameters, keep) {
      if (sql.startsWith('update "verifications"')) throw away()
      if (!parameters.some((value) => String(value).startsWith('notice:'))) return db.execute(sql, parameters, keep)
      await sleep(20)
      throw away()
    },
  })
  Object.assign(world.ports, {
    storage: { ...storage, transaction: (work: (db: Db) => unknown) => storage.transaction(async (db) => work(goingAway(db))) },
  })
  const unheard: unknown[] = []
  const hear = (reason: unknown) => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  try {
    await expect(typeCode(world, other, id, code)).rejects.toBeInstanceOf(StorageUnavailable)
    await sleep(20)
  } finally {
    process.off('unhandledRejection', hear)
  }
  expect(unheard).toEqual([])
  await storage.close()
})
