import { Client, type ClientConfig, Pool, type PoolConfig, TypeOverrides, types } from 'pg'
import type { Db } from '../db.ts'
import { kyselyOver } from '../dialect.ts'
import { StorageUnavailable } from '../errors.ts'
import { applyMigrations, areMigrationsApplied } from '../migrations/apply-migrations.ts'
import type { Storage, StorageOptions } from '../storage.ts'
import { checkOut, runStatement } from './connection.ts'
import { isReadOnly, postgresError } from './postgres-error.ts'
import { runTransaction } from './run-transaction.ts'

const defaultPoolSize = 10
const second = 1000

/**
 * How long to wait, seconds, unless the URL says so. A server that says nothing is away; a line is only long: whoever stands in it is
 * served a moment later, while a refusal has them ask again, which makes it longer. SDKs wait ten seconds for an answer, browsers thirty.
 */
const wait = { connecting: 5, inLine: 10 }

/** PostgreSQL, shared by any number of processes. Connects when first asked for something. */
export async function openPostgres(options: StorageOptions): Promise<Storage> {
  const pool = new Pool(poolConfig(options))
  pool.on('error', () => {})
  const db = poolDb(pool, options.onStatement)
  return {
    dialect: 'postgres',
    db,
    transaction: (work) => runTransaction(pool, work, options.onStatement),
    migrate: () => migrate(options),
    isReady: () => areMigrationsApplied(db),
    close: () => pool.end(),
  }
}

/** Building an index on many rows takes its time, and so does waiting for another process that does: no limits here. */
async function migrate(options: StorageOptions): Promise<void> {
  const pool = new Pool({ ...poolConfig(options), max: 1, statement_timeout: 0, query_timeout: 0 })
  pool.on('error', () => {})
  try {
    await runTransaction(pool, (db) => applyMigrations(db), options.onStatement)
  } finally {
    await pool.end()
  }
}

/** What the URL says wins over what is said here. */
function poolConfig(options: StorageOptions): PoolConfig {
  const url = new URL(options.url)
  const said = connectTimeout(url)
  const session = '-c default_transaction_read_only=on -c synchronous_commit=on'
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${session}`.trim())
  return {
    connectionString: url.href,
    max: options.poolSize ?? defaultPoolSize,
    application_name: 'latchkey',
    statement_timeout: 5 * second,
    idle_in_transaction_session_timeout: 10 * second,
    /** Longer than the server's own limit: it ends a wait for an answer that a dead network swallowed. */
    query_timeout: 7 * second,
    connectionTimeoutMillis: (said ?? wait.inLine) * second,
    Client: connectionWithin((said ?? wait.connecting) * second),
    keepAlive: true,
    pipeline: true,
    types: numbers(),
  }
}

/** Seconds to wait for a connection, a new one or one that others use, as libpq's `connect_timeout` in the URL says, if it says so. */
function connectTimeout(url: URL): number | null {
  const said = Number(url.searchParams.get('connect_timeout'))
  return said > 0 ? said : null
}

/**
 * Connections that give up when they take longer to come about: the pool has one limit for that and for standing in line.
 * The loss of one is told by the query under way or the next, so the event that tells it too is ignored, from the first moment on: unheard
 * it would end the process, and one may end with the very words that it is ready.
 */
function connectionWithin(connectionTimeoutMillis: number): typeof Client {
  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super({ ...(config as ClientConfig), connectionTimeoutMillis })
      this.on('error', () => {})
    }
  }
}

/** Times and counts are integers below 2^53: they come as numbers. */
function numbers(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(types.builtins.INT8, Number)
  return overrides
}

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
