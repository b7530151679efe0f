import type { Pool } from 'pg'
import type { Db } from '../db.ts'
import { kyselyOver } from '../dialect.ts'
import { StorageUnavailable } from '../errors.ts'
import type { StorageOptions } from '../storage.ts'
import { checkOut } from './check-out.ts'
import { isReadOnly, postgresError } from './postgres-error.ts'
import { runStatement } from './run-statement.ts'

/** Reads, each on whichever connection is free. */
export function poolDb(pool: Pool, onStatement: StorageOptions['onStatement']): Db {
  const execute: Db['execute'] = async (sql, parameters, keep) => {
    onStatement?.(sql, parameters)
    const client = await checkOut(pool)
    try {
      const result = await runStatement(client, sql, parameters, keep)
      client.release()
      return result
    } catch (error) {
      const meaning = isReadOnly(error) ? new Error('writes go through storage.transaction', { cause: error }) : postgresError(error)
      client.release(meaning instanceof StorageUnavailable)
      throw meaning
    }
  }
  return { dialect: 'postgres', kysely: kyselyOver('postgres', execute), execute }
}
