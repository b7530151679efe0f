import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { databases } from './databases.ts'

/** Runs statements and closes the connection; the rows of the last one. */
async function run(url: string, ...statements: readonly string[]): Promise<unknown[]> {
  if (url.startsWith('file:')) {
    const database = new DatabaseSync(url.slice('file:'.length))
    try {
      return statements.map((sql) => database.prepare(sql).all()).at(-1) ?? []
    } finally {
      database.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const sql of statements) rows = (await client.query(sql)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe.each(databases)('a test database on $dialect', ({ dialect, open, fromTemplate }) => {
  test('starts empty and is separate from every other', async () => {
    const one = await open()
    const other = await open()
    await run(one.url, 'create table door (name text)', `insert into door values ('front')`)
    await expect(run(other.url, 'select name from door')).rejects.toThrow(/door/)
    expect(await run(one.url, 'select name from door')).toEqual([{ name: 'front' }])
    await one.drop()
    await other.drop()
  })

  test('can be opened by many at once', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, open))
    expect(new Set(opened.map((database) => database.url)).size).toBe(6)
    await Promise.all(opened.map((database) => database.drop()))
  })

  test('is gone once dropped, even while someone is connected', async () => {
    const database = await open()
    await run(database.url, 'create table door (name text)')
    if (dialect === 'sqlite') {
      await database.drop()
      expect(existsSync(database.url.slice('file:'.length))).toBe(false)
      return
    }
    const client = new pg.Client({ connectionString: database.url })
    client.on('error', () => {})
    await client.connect()
    await database.drop()
    await expect(run(database.url, 'select 1')).rejects.toThrow(/does not exist/)
  })

  test('is migrated once, then copied', async () => {
    let migrations = 0
    const migrate = async (url: string) => {
      migrations += 1
      await run(url, 'create table door (name text)', `insert into door values ('front')`)
    }
    const copies = await Promise.all([fromTemplate(migrate), fromTemplate(migrate), fromTemplate(migrate)])
    expect(migrations).toBe(1)
    await run(copies[0].url, 'delete from door')
    expect(await run(copies[1].url, 'select name from door')).toEqual([{ name: 'front' }])
    expect(await run((await fromTemplate(migrate)).url, 'select name from door')).toEqual([{ name: 'front' }])
    await Promise.all(copies.map((copy) => copy.drop()))
  })
})
