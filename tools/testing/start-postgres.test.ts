import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, test, vi } from 'vitest'
import { runUntilOutput } from './run-until-output.ts'
import { startPostgres } from './start-postgres.ts'

/** The one value of a query's one row. */
async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

test('the PostgreSQL of the run answers, and sorts text as real databases do', async () => {
  expect(await ask(inject('postgres'), `select 'a' < 'B'`)).toBe(true)
})

test('nobody comes in without its password', async () => {
  const url = new URL(inject('postgres'))
  url.password = 'guess'
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('stopping ends the server and removes its directory', async () => {
  const postgres = await startPostgres()
  const directory = String(await ask(postgres.url, 'show data_directory'))
  expect(existsSync(directory)).toBe(true)
  await postgres.stop()
  expect(existsSync(directory)).toBe(false)
  await expect(ask(postgres.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a killed run leaves neither a server nor a directory behind', async () => {
  const { run, output: url } = await runUntilOutput(`
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('./start-postgres.ts'))}
    console.log((await startPostgres()).url)
    setInterval(() => {}, 1000)`)
  const directory = String(await ask(url, 'show data_directory'))
  expect(existsSync(directory)).toBe(true)
  run.kill('SIGKILL')
  await vi.waitFor(() => expect(existsSync(directory)).toBe(false), 20_000)
  await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})
