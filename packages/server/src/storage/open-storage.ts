import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Storage, StorageOptions } from './storage.ts'

/** Opens the database; `migrate` comes next, by whoever owns the schema. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  return /^postgres(ql)?:/.test(options.url) ? openPostgres(options) : openSqlite(options)
}
