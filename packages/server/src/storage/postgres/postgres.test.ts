import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { turns } from '../../../../../tools/testing/turns.ts'
import { postgres } from '../../../../../tools/testing/postgresql.ts'
import type { TestDatabase } from '../../../../../tools/testing/databases.ts'
import { Duplicate, StorageUnavailable } from '../errors.ts'
import type { Db } from '../db.ts'
import { openStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'

let database: TestDatabase
let storage: Storage
let opened: Storage[]

async function open(search: { readonly [name: string]: string } = {}, base = database.url): Promise<Storage> {
  const url = new URL(base)
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value)
  const one = await openStorage({ url: url.href, poolSize: 2 })
  opened.push(one)
  return one
}

beforeEach(async () => {
  opened = []
  database = await postgres.open()
  storage = await open()
  await storage.transaction(async (db) => {
    await sql`create table notes (id bigint primary key, text text constraint notes_text_key unique)`.execute(db.kysely)
    await sql`insert into notes values (1, 'one'), (2, 'two')`.execute(db.kysely)
  })
})

afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()))
  await database.drop()
})

const one = async (db: Db, text: string) => Object.values(((await db.execute(text, [], false)).rows[0] ?? {}) as object)[0] as unknown
const write = (id: number, text: string) => (db: Db) => db.execute('update notes set text = $1 where id = $2', [text, id], true)
async function texts(db: Db): Promise<string[]> {
  const { rows } = await db.execute('select text from notes order by id', [], true)
  return rows.map((row) => (row as { text: string }).text)
}

describe('a session', () => {
  test('has limits, a name, durable commits, and only reads', async () => {
    const settings = ['statement_timeout', 'idle_in_transaction_session_timeout', 'application_name', 'synchronous_commit']
    const shown = await Promise.all(settings.map((name) => one(storage.db, `show ${name}`)))
    expect(shown).toEqual(['5s', '10s', 'latchkey', 'on'])
    expect(await one(storage.db, 'show transaction_read_only')).toBe('on')
    await expect(write(1, 'x')(storage.db)).rejects.toThrow('writes go through storage.transaction')
  })

  test('keeps what its URL says of it', async () => {
    const other = await open({ options: '-c work_mem=3MB', statement_timeout: '1234' })
    expect(await one(other.db, 'show work_mem')).toBe('3MB')
    expect(await one(other.db, 'show transaction_read_only')).toBe('on')
    expect(await one(other.db, 'show statement_timeout')).toBe('1234ms')
  })

  test.each([
    ['0.2', 'given up'],
    ['60', 'there'],
  ])('waits for a connection that others use for as many seconds as its URL says: %s', async (seconds, expected) => {
    const other = await open({ connect_timeout: seconds })
    const held = Promise.withResolvers<void>()
    const holders = [1, 2].map(() => other.transaction(() => held.promise))
    const asked = one(other.db, 'select 1').then(
      () => 'there',
      (error: unknown) => (error instanceof StorageUnavailable ? 'given up' : error),
    )
    await sleep(600)
    held.resolve()
    await Promise.all(holders)
    expect(await asked).toBe(expected)
  })

  test('waits for one that others use for longer than for a server that says nothing, where its URL says nothing of it', async () => {
    const url = new URL(database.url)
    url.searchParams.delete('connect_timeout')
    const other = await open({}, url.href)
    const held = Promise.withResolvers<void>()
    const holders = [1, 2].map(() => other.transaction(() => held.promise))
    const asked = one(other.db, 'select 1')
    setTimeout(held.resolve, 6000)
    expect(await asked).toBe(1)
    await Promise.all(holders)
  })

  test('reads numbers as numbers', async () => {
    expect(await one(storage.db, 'select 9007199254740991::int8')).toBe(Number.MAX_SAFE_INTEGER)
    expect(await one(storage.db, 'select count(*) from notes')).toBe(2)
  })
})

describe('a transaction', () => {
  test('is whole: nothing of a failed one stays', async () => {
    const refusal = new Error('no')
    const failed = storage.transaction(async (db) => {
      await write(1, 'changed')(db)
      throw refusal
    })
    await expect(failed).rejects.toBe(refusal)
    expect(await texts(storage.db)).toEqual(['one', 'two'])
  })

  test('does not commit after an error that its work swallowed', async () => {
    const swallowed = storage.transaction(async (db) => {
      await write(2, 'changed')(db)
      await write(1, 'changed')(db).catch(() => {})
    })
    await expect(swallowed).rejects.toMatchObject({ table: 'notes', constraint: 'notes_text_key' })
    await expect(swallowed).rejects.toBeInstanceOf(Duplicate)
    expect(await texts(storage.db)).toEqual(['one', 'two'])
  })

  test('cannot be written to once it is over', async () => {
    let kept: Db | undefined
    await storage.transaction(async (db) => {
      kept = db
    })
    await expect(write(1, 'x')(kept!)).rejects.toThrow('this transaction has ended')
  })

  test('is run again when it and another waited for each other', async () => {
    let runs = 0
    let held = 0
    const bothHold = Promise.withResolvers<void>()
    const crosswise = (first: number, second: number) =>
      storage.transaction(async (db) => {
        runs++
        await write(first, `${first} by ${first}`)(db)
        // Each holds its row before either reaches for the other's, however slow the machine is.
        if (++held === 2) bothHold.resolve()
        await bothHold.promise
        await write(second, `${second} by ${first}`)(db)
      })
    await Promise.all([crosswise(1, 2), crosswise(2, 1)])
    expect(runs).toBeGreaterThan(2)
    const [left, right] = await texts(storage.db)
    expect([left, right].map((text) => text?.slice(-1))).toEqual([left?.slice(-1), left?.slice(-1)])
  }, 20_000)

  test('that takes too long is an outage, and its connection is not used again', async () => {
    const hasty = await open({ statement_timeout: '100' })
    await expect(hasty.transaction((db) => one(db, 'select pg_sleep(2)'))).rejects.toBeInstanceOf(StorageUnavailable)
    expect(await one(hasty.db, 'select 1')).toBe(1)
  })

  test('whose connection is lost is an outage, and the next one works', async () => {
    const lost = storage.transaction(async (db) => {
      await write(1, 'changed')(db)
      const pid = await one(db, 'select pg_backend_pid()')
      const outside = new Client({ connectionString: inject('postgres') })
      await outside.connect()
      await outside.query('select pg_terminate_backend($1)', [pid])
      await outside.end()
      await write(2, 'changed too')(db)
    })
    await expect(lost).rejects.toBeInstanceOf(StorageUnavailable)
    expect(await texts(storage.db)).toEqual(['one', 'two'])
    await storage.transaction(write(1, 'changed'))
    expect(await texts(storage.db)).toEqual(['changed', 'two'])
  })
})

describe('a server that is not there', () => {
  test('that refuses is an outage', async () => {
    const refused = await open({}, 'postgres://nobody@127.0.0.1:1/nothing')
    await expect(refused.transaction(async () => 1)).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(one(refused.db, 'select 1')).rejects.toBeInstanceOf(StorageUnavailable)
    expect(await refused.isReady()).toBe(false)
  })

  test('that knows no such database or password is an outage', async () => {
    const unknown = new URL(database.url)
    unknown.pathname = 'no_such_database'
    await expect(one((await open({}, unknown.href)).db, 'select 1')).rejects.toBeInstanceOf(StorageUnavailable)
    const refused = new URL(database.url)
    refused.password = 'wrong'
    await expect(one((await open({}, refused.href)).db, 'select 1')).rejects.toBeInstanceOf(StorageUnavailable)
  })

  test('that says nothing is an outage within five seconds or so', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const waiting = await open({}, `postgres://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/nothing`)
    const asked = waiting.transaction(async () => 1).catch((error: unknown) => error)
    expect(await turns(asked)).toBeLessThan(140)
    expect(await asked).toBeInstanceOf(StorageUnavailable)
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
})

/** A message of PostgreSQL's. @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

test('a connection that ends with the words that it is ready is an outage, and ends no process', async () => {
  const fields = ['SFATAL', 'C57P01', 'Mterminating connection due to administrator command', '']
  const welcome = [
    message('R', Buffer.alloc(4)),
    message('Z', Buffer.from('I')),
    message('E', Buffer.from(fields.map((field) => `${field}\0`).join(''))),
  ]
  const ending = createServer((socket) => socket.once('data', () => socket.end(Buffer.concat(welcome)))).listen(0, '127.0.0.1')
  await once(ending, 'listening')
  const other = await open({}, `postgres://nobody@127.0.0.1:${(ending.address() as AddressInfo).port}/nothing`)
  for (const asked of [() => one(other.db, 'select 1'), () => other.transaction((db) => one(db, 'select 1'))])
    await expect(asked()).rejects.toBeInstanceOf(StorageUnavailable)
  ending.close()
})

test('a closed storage is an outage', async () => {
  const other = await open()
  opened.pop()
  await other.close()
  await expect(other.transaction(async () => 1)).rejects.toBeInstanceOf(StorageUnavailable)
  await expect(one(other.db, 'select 1')).rejects.toBeInstanceOf(StorageUnavailable)
})
