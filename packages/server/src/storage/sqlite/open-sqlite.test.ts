import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { insertAttempt } from '../attempts/attempts.ts'
import { StorageUnavailable } from '../errors.ts'
import { DatabaseNotOpened, openStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'
import { anAttempt, aUser, aVerification } from '../testing/fixtures.ts'
import { startScript } from '../testing/start-script.ts'
import { findUser, insertUser } from '../users/users.ts'
import { databasePath } from './open-sqlite.ts'

describe('open sqlite', () => {
  const instanceId = 'ins_1'
  let directory: string
  let path: string

  beforeEach(() => {
    directory = join(mkdtempSync(join(inject('scratch'), 'open-')), 'data', 'deep')
    path = join(directory, 'latchkey.db')
  })

  async function withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
    const storage = await openStorage({ url: path })
    try {
      return await work(storage)
    } finally {
      await storage.close()
    }
  }

  const mode = (file: string) => (statSync(file).mode & 0o777).toString(8)

  describe('the file', () => {
    test('is for its owner alone, with its log and its directory', async () => {
      await withStorage(async (storage) => {
        await storage.migrate()
        expect([directory, path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual(['700', '600', '600', '600'])
      })
    })

    test('is made private when it was not', async () => {
      await withStorage((storage) => storage.migrate())
      writeFileSync(join(directory, 'open.db'), '', { mode: 0o644 })
      const storage = await openStorage({ url: `file:${join(directory, 'open.db')}` })
      await storage.close()
      expect(mode(join(directory, 'open.db'))).toBe('600')
    })

    test('that cannot be opened is told as that, with the reason', async () => {
      await withStorage((storage) => storage.migrate())
      const reasonOf = async (url: string) => {
        const error = await openStorage({ url }).then(
          () => null,
          (thrown: unknown) => thrown,
        )
        expect(error).toBeInstanceOf(DatabaseNotOpened)
        return (error as DatabaseNotOpened).cause
      }
      expect(((await reasonOf(join(path, 'latchkey.db'))) as Error).message).toMatch(/ENOTDIR|EEXIST/)
      writeFileSync(path, 'this is no database, but long enough to be taken for one'.repeat(100))
      expect(await reasonOf(path)).toBeInstanceOf(StorageUnavailable)
    })
  })

  describe('the connections', () => {
    const pragma = async (db: Storage['db'], name: string) => {
      const { rows } = await sql.raw<{ [name: string]: unknown }>(`pragma ${name}`).execute(db.kysely)
      return Object.values(rows[0] ?? {})[0]
    }

    test('are durable and strict', async () => {
      await withStorage(async (storage) => {
        await storage.transaction(async (db) => {
          expect(await pragma(db, 'journal_mode')).toBe('wal')
          expect(await pragma(db, 'synchronous')).toBe(2)
          expect(await pragma(db, 'foreign_keys')).toBe(1)
          expect(await pragma(db, 'trusted_schema')).toBe(0)
        })
        expect(await pragma(storage.db, 'query_only')).toBe(1)
        expect(await pragma(storage.db, 'trusted_schema')).toBe(0)
      })
    })

    test('read only what is committed, and write nowhere else', async () => {
      await withStorage(async (storage) => {
        await storage.migrate()
        const user = aUser()
        const read = { db: storage.db, instanceId }
        await storage.transaction(async (db) => {
          await insertUser({ db, instanceId }, user)
          expect(await findUser({ db, instanceId }, user.id)).toEqual(user)
          expect(await findUser(read, user.id)).toBeNull()
        })
        expect(await findUser(read, user.id)).toEqual(user)
        await expect(insertUser(read, aUser())).rejects.toThrow('writes go through storage.transaction')
      })
    })

    test('finish what was begun before they close', async () => {
      const users = Array.from({ length: 100 }, () => aUser())
      await withStorage((storage) => storage.migrate())
      const storage = await openStorage({ url: path })
      const begun = users.map((user) => storage.transaction((db) => insertUser({ db, instanceId }, user)))
      await storage.close()
      await Promise.all(begun)
      await withStorage(async ({ db }) => expect(await findUser({ db, instanceId }, users[99]!.id)).toEqual(users[99]))
    })

    test('are an outage once closed', async () => {
      const storage = await openStorage({ url: path })
      await storage.migrate()
      await storage.close()
      await expect(findUser({ db: storage.db, instanceId }, 'user_1')).rejects.toBeInstanceOf(StorageUnavailable)
      expect(await storage.isReady()).toBe(false)
    })
  })

  test('whatever was answered survives a kill, and nothing is half there', async () => {
    await withStorage((storage) => storage.migrate())
    for (const lifeMs of [150, 300]) {
      const writer = startScript('write-until-killed.ts', [path, `${instanceId}_${lifeMs}`])
      await expect.poll(() => writer.output().split('\n').length).toBeGreaterThan(12)
      await sleep(lifeMs)
      writer.kill()
      const answered = (await writer.done).split('\n').filter((line) => /^user_\d{8}$/.test(line))
      expect(answered.length).toBeGreaterThan(10)
      const database = new DatabaseSync(path)
      const column = (query: string) =>
        database
          .prepare(query)
          .all(`${instanceId}_${lifeMs}`)
          .map((row) => row['id'])
      const users = column('select id from users where instance_id = ?')
      expect(answered.filter((id) => !users.includes(id))).toEqual([])
      expect(column('select user_id as id from identifications where instance_id = ?').toSorted()).toEqual(users.toSorted())
      expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
      expect(database.prepare('pragma foreign_key_check').all()).toEqual([])
      database.close()
    }
  }, 20_000)

  test('two processes together judge no more guesses than one may', async () => {
    const attempt = anAttempt('sign_in', { verifications: { first_factor: aVerification() } })
    await withStorage(async (storage) => {
      await storage.migrate()
      await storage.transaction((db) => insertAttempt({ db, instanceId }, attempt))
    })
    const processes = [1, 2].map(() => startScript('guess-often.ts', [path, instanceId, attempt.id]))
    const judged = await Promise.all(processes.map(({ done }) => done))
    expect(judged.map(Number).reduce((sum, one) => sum + one)).toBe(5)
  }, 20_000)
})

describe('database path', () => {
  test.each([
    ['/var/lib/latchkey.db', '/var/lib/latchkey.db'],
    ['.latchkey/latchkey.db', '.latchkey/latchkey.db'],
    ['file:/var/lib/latchkey.db', '/var/lib/latchkey.db'],
    ['file:.latchkey/latchkey.db', '.latchkey/latchkey.db'],
    ['file:///var/lib/a%20b.db', '/var/lib/a b.db'],
  ])('%s is the file %s', (url, path) => {
    expect(databasePath(url)).toBe(path)
  })
})
