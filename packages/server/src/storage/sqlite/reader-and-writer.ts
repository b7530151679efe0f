import type { Kysely } from 'kysely'
import type { Db, Result } from '../db.ts'
import { kyselyOver } from '../dialect.ts'
import type { Tables } from '../schema.ts'
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

/**
 * The handle of one transaction on the shared writer. It dies with its transaction, so that a handle kept too long cannot
 * write into somebody else's; and it remembers a failure, so that a swallowed one cannot commit (as in PostgreSQL).
 */
export class WriterDb implements Db {
  readonly dialect = 'sqlite'
  readonly #connection: SqliteConnection
  #kysely: Kysely<Tables> | null = null
  #open = true
  #failure: unknown = null

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  get kysely(): Kysely<Tables> {
    return (this.#kysely ??= kyselyOver('sqlite', (...statement) => this.execute(...statement)))
  }

  async execute(sql: string, parameters: readonly unknown[], keep: boolean): Promise<Result> {
    if (!this.#open) throw new Error('this transaction has ended')
    if (this.#failure !== null) throw this.#failure
    try {
      return this.#connection.execute(sql, parameters, keep)
    } catch (error) {
      throw (this.#failure = sqliteError(error))
    }
  }

  /** Runs the member's work; an error that it swallowed comes out here. */
  async run<T>(work: (db: Db) => Promise<T>): Promise<T> {
    try {
      const value = await work(this)
      if (this.#failure !== null) throw this.#failure
      return value
    } finally {
      this.#open = false
    }
  }
}
