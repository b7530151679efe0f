import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import { openStorage } from '../storage/index.ts'
import { migrate } from './testing/migrate.ts'
import { beginSignIn, lastCode, signOut, signUp, typeCode } from './testing/scenarios.ts'
import { testWorld, type World } from './testing/test-world.ts'

describe.each(databases)('what a code by email costs on $dialect', (database) => {
  let world: World
  let count = 0
  let close: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    world = await testWorld(opened.url)
    const own = world.ports.storage
    const storage = await openStorage({ url: opened.url, onStatement: () => count++ })
    Object.assign(world.ports, { storage })
    Object.assign(world.scope, { db: storage.db })
    close = async () => {
      await Promise.all([storage.close(), own.close()])
      await opened.drop()
    }
  })
  afterEach(() => close())

  /** Statements of some work; those that authenticate its client included, transactions' begin and end as well. */
  async function statementsOf<Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> {
    count = 0
    const result = await work()
    return [count, result]
  }

  it('is as many statements as it was, whatever else a sign-in can do by now', async () => {
    const browser = world.browser()
    const [up] = await statementsOf(() => signUp(world, browser, 'ada@example.com'))
    await signOut(world, browser)
    const [begun, id] = await statementsOf(() => beginSignIn(world, browser, 'ada@example.com'))
    const code = await lastCode(world)
    const [typed] = await statementsOf(() => typeCode(world, browser, id, code))
    expect({ up, begun, typed }).toEqual({ up: 24, begun: 16, typed: 13 })
  })
})
