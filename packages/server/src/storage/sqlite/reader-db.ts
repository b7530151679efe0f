import type { Db } from '../db.ts'
import { kyselyOver } from '../dialect.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { isReadOnly, sqliteError } from './sqlite-error.ts'

/** Reads on a connection of their own: in WAL they neither wait for the writer nor see what is not committed. */
export function readerDb(connection: SqliteConnection): Db {
  const execute: Db['execute'] = async (sql, parameters, keep) => {
    try {
      return connection.execute(sql, parameters, keep)
    } catch (error) {
      if (isReadOnly(error)) throw new Error('writes go through storage.transaction', { cause: error })
      throw sqliteError(error)
    }
  }
  return { dialect: 'sqlite', kysely: kyselyOver('sqlite', execute), execute }
}
