import type { Pool, PoolClient } from 'pg'
import type { Db } from '../db.ts'
import { StorageUnavailable } from '../errors.ts'
import type { StorageOptions } from '../storage.ts'
import { checkOut } from './connection.ts'
import { isConflict, postgresError } from './postgres-error.ts'
import { TransactionDb } from './transaction-db.ts'

/** How often a transaction is run before its conflicts with others are called an outage. */
const tries = 4

/**
 * One transaction on a connection of its own, run again when PostgreSQL gave it up for another's sake. What the work throws
 * comes out as it is.
 */
export async function runTransaction<T>(pool: Pool, work: (db: Db) => Promise<T>, onStatement: StorageOptions['onStatement']): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work, onStatement)
    } catch (error) {
      if (!isConflict(error) || attempt === tries) throw error
    }
  }
}

async function runOnce<T>(pool: Pool, work: (db: Db) => Promise<T>, onStatement: StorageOptions['onStatement']): Promise<T> {
  const client = await checkOut(pool)
  try {
    const value = await begin(client, () => new TransactionDb(client, onStatement).run(work))
    await commit(client)
    client.release()
    return value
  } catch (error) {
    await giveUp(client, error)
    throw error
  }
}

/**
 * BEGIN travels with the first statement of the work. Should it fail, that statement does not slip through: sessions
 * only read unless a transaction says otherwise.
 */
async function begin<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  const [begun, done] = await Promise.allSettled([client.query('begin isolation level read committed read write'), work()])
  if (begun.status === 'rejected') throw postgresError(begun.reason)
  if (done.status === 'rejected') throw done.reason
  return done.value
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit').catch((error: unknown) => {
    throw postgresError(error)
  })
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed')
}

/** After an outage nobody knows what state the connection is in: it is thrown away. */
async function giveUp(client: PoolClient, error: unknown): Promise<void> {
  const broken = error instanceof StorageUnavailable && !isConflict(error)
  try {
    if (!broken) await client.query('rollback')
    client.release(broken)
  } catch {
    client.release(true)
  }
}
