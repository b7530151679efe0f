import { join } from 'node:path'
import { mkdtempSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { Duplicate, StorageUnavailable } from '../errors.ts'
import type { Db } from '../db.ts'
import { GroupCommit } from './group-commit.ts'
import { SqliteConnection } from './sqlite-connection.ts'

let path: string
let outside: DatabaseSync
let connection: SqliteConnection
let writes: GroupCommit
let control: string[]

beforeEach(() => {
  path = join(mkdtempSync(join(inject('scratch'), 'group-')), 'test.db')
  connection = new SqliteConnection(path, 'writer')
  outside = new DatabaseSync(path, { timeout: 0 })
  outside.exec('create table parents (id integer primary key)')
  outside.exec('create table notes (id integer primary key, parent integer references parents (id) deferrable, text text)')
  outside.exec('create unique index notes_text_key on notes (text)')
  control = []
  const run = connection.control.bind(connection)
  connection.control = (statement) => {
    control.push(statement)
    run(statement)
  }
  writes = new GroupCommit(connection, 5)
})

afterEach(async () => {
  await writes.close()
  connection.close()
  outside.close()
})

const note =
  (id: number, text = `note ${id}`) =>
  (db: Db) =>
    db.execute('insert into notes (id, text) values (?, ?)', [id, text], true)
const notes = () =>
  outside
    .prepare('select id from notes order by id')
    .all()
    .map((row) => row['id'])
const count = (statement: string) => control.filter((other) => other === statement).length

async function outcomes(members: readonly ((db: Db) => Promise<unknown>)[]): Promise<string[]> {
  const settled = await Promise.allSettled(members.map((member) => writes.transaction(member)))
  return settled.map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as Error).name))
}

describe('transactions that arrive together', () => {
  test('share one commit, and each is answered with its own value', async () => {
    const values = await Promise.all(
      [1, 2, 3, 4, 5].map((id) =>
        writes.transaction(async (db) => {
          await note(id)(db)
          return id * 10
        }),
      ),
    )
    expect(values).toEqual([10, 20, 30, 40, 50])
    expect(notes()).toEqual([1, 2, 3, 4, 5])
    expect(count('COMMIT')).toBe(1)
    expect(count('RELEASE member')).toBe(5)
  })

  test('run one after another, even where they await', async () => {
    const trace: string[] = []
    const member = (name: string, id: number) => async (db: Db) => {
      trace.push(`${name} begins`)
      await note(id)(db)
      await db.execute('select 1', [], true)
      trace.push(`${name} ends`)
    }
    await outcomes([member('a', 1), member('b', 2)])
    expect(trace).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  test('are answered after the commit, not before', async () => {
    const seen: number[] = []
    await Promise.all([1, 2].map((id) => writes.transaction(note(id)).then(() => seen.push(notes().length))))
    expect(seen).toEqual([2, 2])
  })

  test('fail alone: a duplicate, a throw, a swallowed error', async () => {
    const swallowed = async (db: Db) => {
      await note(7)(db)
      await note(8, 'note 1')(db).catch(() => {})
    }
    const thrown = async (db: Db) => {
      await note(5)(db)
      throw new TypeError('a bug')
    }
    expect(await outcomes([note(1), note(2, 'note 1'), note(3), thrown, swallowed, note(9)])).toEqual([
      'ok',
      'Duplicate',
      'ok',
      'TypeError',
      'Duplicate',
      'ok',
    ])
    expect(notes()).toEqual([1, 3, 9])
    expect(count('COMMIT')).toBe(1)
  })

  test('are run again one by one when SQLite gives up all of them', async () => {
    const lost = (db: Db) => db.execute(`insert or rollback into notes (id, text) values (4, 'note 1')`, [], false)
    expect(await outcomes([note(1), note(2), lost, note(3)])).toEqual(['ok', 'ok', 'Duplicate', 'ok'])
    expect(notes()).toEqual([1, 2, 3])
  })

  test('are run again one by one when the commit fails', async () => {
    const orphan = (db: Db) => db.execute('insert into notes (id, parent) values (4, 99)', [], false)
    const deferred = async (db: Db) => {
      await db.execute('pragma defer_foreign_keys = on', [], false)
      await orphan(db)
    }
    expect(await outcomes([note(1), deferred, note(2)])).toEqual(['ok', 'Orphan', 'ok'])
    expect(notes()).toEqual([1, 2])
  })

  test('fail as an outage on a full disk, and writes go on when there is room again', async () => {
    const pages = outside.prepare('pragma page_count').get()?.['page_count'] as number
    await writes.transaction((db) => db.execute(`pragma max_page_count = ${pages + 1}`, [], false))
    const large = 'x'.repeat(50_000)
    const members = [note(1, `1${large}`), note(2), note(3, `3${large}`)]
    expect(await outcomes(members)).toEqual(['StorageUnavailable', 'ok', 'StorageUnavailable'])
    await writes.transaction((db) => db.execute('pragma max_page_count = 100000', [], false))
    expect(await outcomes([note(1, `1${large}`)])).toEqual(['ok'])
    expect(notes()).toEqual([1, 2])
    expect(outside.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })

  test('wait for another process that writes, and let the loop go on meanwhile', async () => {
    outside.exec('begin immediate')
    let beats = 0
    const beat = setInterval(() => {
      beats++
      if (beats === 5) outside.exec('commit')
    }, 5)
    const answers = await outcomes([note(1), note(2)])
    clearInterval(beat)
    expect(answers).toEqual(['ok', 'ok'])
    expect(beats).toBeGreaterThanOrEqual(5)
  })

  test('give up when the other process does not', async () => {
    outside.exec('begin immediate')
    expect(await outcomes([note(1), note(2)])).toEqual(['StorageUnavailable', 'StorageUnavailable'])
    outside.exec('commit')
    expect(await outcomes([note(1)])).toEqual(['ok'])
  })
})

describe('a transaction alone', () => {
  test('needs no savepoint, and rolls back whole', async () => {
    const twice = async (db: Db) => {
      await note(1)(db)
      await note(2, 'note 1')(db)
    }
    await expect(writes.transaction(twice)).rejects.toBeInstanceOf(Duplicate)
    outside.exec('begin immediate; rollback')
    expect(notes()).toEqual([])
    await writes.transaction(note(3))
    expect(notes()).toEqual([3])
    expect(count('SAVEPOINT member')).toBe(0)
  })

  test('cannot be written to once it is over', async () => {
    let kept: Db | undefined
    await writes.transaction(async (db) => {
      kept = db
    })
    await expect(note(1)(kept!)).rejects.toThrow('this transaction has ended')
    await expect(sql`delete from notes`.execute(kept!.kysely)).rejects.toThrow('this transaction has ended')
  })
})

describe('closing', () => {
  test('finishes what was begun and takes nothing more', async () => {
    const begun = [1, 2, 3].map((id) => writes.transaction(note(id)))
    await writes.close()
    await Promise.all(begun)
    expect(notes()).toEqual([1, 2, 3])
    await expect(writes.transaction(note(4))).rejects.toBeInstanceOf(StorageUnavailable)
  })
})

test('no more wait than can be answered in time', async () => {
  const waiting = Array.from({ length: 10_000 }, () => writes.transaction(async () => {}))
  await expect(writes.transaction(async () => {})).rejects.toBeInstanceOf(StorageUnavailable)
  await Promise.all(waiting)
  await writes.transaction(note(1))
  expect(notes()).toEqual([1])
})
