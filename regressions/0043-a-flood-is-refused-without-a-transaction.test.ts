import { expect, test } from 'vitest'
import { SYSTEM } from '../packages/server/src/actions/audit/record.ts'
import { allowTraffic, refuseFlood } from '../packages/server/src/actions/instance/allow-traffic.ts'
import { createTrafficMemory } from '../packages/server/src/actions/instance/traffic-memory.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { testWorld } from '../packages/server/src/actions/testing/test-world.ts'
import { TRAFFIC } from '../packages/server/src/domain/limits.ts'
import { databases } from '../tools/testing/databases.ts'

/* Every refusal opened a transaction, so a flood from one address took all connections from everybody else. */
test.each(databases)('on $dialect', async ({ fromTemplate }) => {
  const database = await fromTemplate(migrate)
  const world = await testWorld(database.url, {}, 'production')
  const processOf = () => {
    const seen = { transactions: 0 }
    const transaction: typeof world.ports.storage.transaction = (work) => {
      seen.transactions += 1
      return world.ports.storage.transaction(work)
    }
    const ports = { ...world.ports, traffic: createTrafficMemory(), storage: { ...world.ports.storage, transaction } }
    const ask = () =>
      allowTraffic(ports, world.instance, 'attempt', '192.0.2.1', SYSTEM).then(
        () => 'passed',
        (error: { code: string }) => error.code,
      )
    const flood = async () => (await Promise.all(Array.from({ length: 200 }, ask))).filter((one) => one === 'passed').length
    return { seen, ask, flood, early: () => refuseFlood(ports, world.instance, 'attempt', '192.0.2.1', SYSTEM) }
  }
  const { max, windowMs } = TRAFFIC.attempt
  const [one, two] = [processOf(), processOf()]
  one.early()
  expect(await one.flood()).toBe(max)
  expect(one.seen.transactions).toBe(max)
  expect(one.early).toThrow('too_many_requests')
  // The database knows what another process counted, and is asked no more often than there could be room.
  expect(await two.flood()).toBe(0)
  expect(two.seen.transactions).toBeLessThanOrEqual(max)
  world.ports.advance(windowMs)
  one.early()
  expect(await one.ask()).toBe('passed')
  expect(await two.ask()).toBe('passed')
  await world.close()
  await database.drop()
})
