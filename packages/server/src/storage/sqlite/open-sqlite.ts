import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Db } from '../db.ts'
import { applyMigrations, areMigrationsApplied } from '../migrations/apply-migrations.ts'
import type { Storage, StorageOptions } from '../storage.ts'
import { assumeStatistics } from './assume-statistics.ts'
import { GroupCommit } from './group-commit.ts'
import { readerDb } from './reader-and-writer.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { whenFree } from './when-free.ts'

/** The embedded database: one file, one writer, one reader. */
export async function openSqlite(options: StorageOptions): Promise<Storage> {
  const path = databasePath(options.url)
  makePrivate(path)
  const writer = await connect(path, 'writer', options)
  const reader = await connect(path, 'reader', options)
  const writes = new GroupCommit(writer)
  const db = readerDb(reader)
  return {
    dialect: 'sqlite',
    db,
    transaction: (work) => writes.transaction(work),
    migrate: () => writes.transaction(migrate),
    isReady: () => areMigrationsApplied(db),
    async close() {
      await writes.close()
      reader.close()
      writer.close()
    },
  }
}

async function migrate(db: Db): Promise<void> {
  if (await applyMigrations(db)) await assumeStatistics(db)
}

/** Waits for another process that is just turning a new file into a database, or recovering one. */
function connect(path: string, mode: 'writer' | 'reader', options: StorageOptions): Promise<SqliteConnection> {
  return whenFree(() => new SqliteConnection(path, mode, options.onStatement))
}

/** The file holds every user: nobody else on the machine reads it. SQLite gives its -wal and -shm the same mode. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}

/** The file a database URL names: `file:///absolute`, `file:relative`, or just a path. */
export function databasePath(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url)
  return url.startsWith('file:') ? url.slice('file:'.length) : url
}
