import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createServer } from '../packages/server/src/server.ts'
import { startScript } from '../packages/server/src/storage/testing/start-script.ts'
import { databases } from '../tools/testing/databases.ts'

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; !isSo() && performance.now() < end;) await sleep(20)
}

/* A message was its process's for a minute, so the mail of one that was killed came one or two minutes late. */
test.concurrent.for(databases)('within fifteen seconds, and once, on $dialect', { timeout: 90_000 }, async ({ open }) => {
  const database = await open()
  const secretsKey = crypto.getRandomValues(new Uint8Array(32))
  const doomed = startScript('../../delivery/testing/hang-until-killed.ts', [database.url, Buffer.from(secretsKey).toString('hex')])
  await until(() => doomed.output().includes('sending'))
  expect(doomed.output()).toBe('sending\n')
  const sent: number[] = []
  const transport = { send: async () => void sent.push(performance.now()), close: async () => {} }
  const silent = () => {}
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const config = { mode: 'dev', publicUrl: 'http://localhost:4000', databaseUrl: database.url, secretsKey, transport, log } as const
  const others = await Promise.all([createServer(config), createServer(config)])
  await Promise.all(others.map((each) => each.migrate()))
  // Longer than a lease: while its process lives, a message is nobody else's.
  await sleep(14_000)
  expect(sent).toEqual([])
  const killed = performance.now()
  doomed.kill()
  await doomed.done
  await until(() => sent.length > 0)
  expect(sent[0]! - killed).toBeLessThan(15_000)
  await Promise.all(others.map((each) => each.deliver()))
  expect(sent).toHaveLength(1)
  await Promise.all(others.map((each) => each.close()))
  await database.drop()
})
