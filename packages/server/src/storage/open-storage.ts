import type { Storage, StorageOptions } from './storage.ts'

/**
 * Opens the database; `migrate` comes next, by whoever owns the schema. Only the driver of this database is loaded:
 * the other one's would be memory for nothing.
 * @throws DatabaseNotOpened
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  try {
    return await open(options)
  } catch (cause) {
    throw new DatabaseNotOpened('The database cannot be opened.', { cause })
  }
}

/** Opening failed for the reason in `cause`. */
export class DatabaseNotOpened extends Error {}

async function open(options: StorageOptions): Promise<Storage> {
  if (/^postgres(ql)?:/.test(options.url)) {
    const { openPostgres } = await import('./postgres/open-postgres.ts')
    return openPostgres(options)
  }
  const { openSqlite } = await import('./sqlite/open-sqlite.ts')
  return openSqlite(options)
}
