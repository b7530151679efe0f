import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { areMigrationsApplied } from '../migrations/are-migrations-applied.ts'
import { applyMigrations } from '../migrations/apply-migrations.ts'
import type { Storage, StorageOptions } from '../storage.ts'
import { databasePath } from './database-path.ts'
import { GroupCommit } from './group-commit.ts'
import { readerDb } from './reader-db.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { sqliteError } from './sqlite-error.ts'

/** The embedded database: one file, one writer, one reader. */
export async function openSqlite(options: StorageOptions): Promise<Storage> {
  const path = databasePath(options.url)
  makePrivate(path)
  const writer = connect(path, 'writer', options)
  const reader = connect(path, 'reader', options)
  const writes = new GroupCommit(writer)
  const db = readerDb(reader)
  return {
    dialect: 'sqlite',
    db,
    transaction: (work) => writes.transaction(work),
    migrate: () => writes.transaction(applyMigrations),
    isReady: () => areMigrationsApplied(db),
    async close() {
      await writes.close()
      reader.close()
      writer.close()
    },
  }
}

function connect(path: string, mode: 'writer' | 'reader', options: StorageOptions): SqliteConnection {
  try {
    return new SqliteConnection(path, mode, options.onStatement)
  } catch (error) {
    throw sqliteError(error)
  }
}

/** The file holds every user: nobody else on the machine reads it. SQLite gives its -wal and -shm the same mode. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}
