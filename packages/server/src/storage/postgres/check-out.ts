import type { Pool, PoolClient } from 'pg'
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
