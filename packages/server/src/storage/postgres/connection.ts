import type { ClientBase, Pool, PoolClient, QueryConfig } from 'pg'
import type { Result } from '../db.ts'
import { postgresError } from './postgres-error.ts'

const watched = new WeakSet<PoolClient>()

/**
 * A connection that nobody else uses meanwhile. Its loss is told by the query under way, so the event that tells it too is
 * ignored: unheard it would end the process.
 * @throws {StorageUnavailable}
 */
export async function checkOut(pool: Pool): Promise<PoolClient> {
  try {
    const client = await pool.connect()
    if (!watched.has(client)) client.on('error', () => {})
    watched.add(client)
    return client
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
