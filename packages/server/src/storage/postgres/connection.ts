import type { ClientBase, Pool, PoolClient, QueryConfig } from 'pg'
import type { Result } from '../db.ts'
import { postgresError } from './postgres-error.ts'

/** A connection that nobody else uses meanwhile. @throws {StorageUnavailable} */
export async function checkOut(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw postgresError(error)
  }
}

/** Names of prepared statements by their texts: a name means the same on every connection. */
const names = new Map<string, string>()

/** Runs one statement; a text that comes again and again is parsed and planned once per connection. */
export async function runStatement(client: ClientBase, sql: string, parameters: readonly unknown[], keep: boolean): Promise<Result> {
  const query: QueryConfig = { text: sql, values: [...parameters] }
  if (keep) query.name = nameOf(sql)
  const { rows, rowCount } = await client.query(query)
  return { rows, changes: rowCount ?? 0 }
}

function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = `latchkey_${names.size}`
  names.set(sql, name)
  return name
}
