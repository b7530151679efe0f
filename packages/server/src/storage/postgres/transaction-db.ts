import type { Kysely } from 'kysely'
import type { ClientBase } from 'pg'
import type { Db, Result } from '../db.ts'
import { kyselyOver } from '../dialect.ts'
import type { Tables } from '../schema.ts'
import type { StorageOptions } from '../storage.ts'
import { postgresError } from './postgres-error.ts'
import { runStatement } from './connection.ts'

/** The handle of one transaction. It dies with it, and remembers a failure, so that a swallowed one cannot commit. */
export class TransactionDb implements Db {
  readonly dialect = 'postgres'
  readonly #client: ClientBase
  readonly #onStatement: StorageOptions['onStatement']
  #kysely: Kysely<Tables> | null = null
  #open = true
  #failure: unknown = null

  constructor(client: ClientBase, onStatement: StorageOptions['onStatement']) {
    this.#client = client
    this.#onStatement = onStatement
  }

  get kysely(): Kysely<Tables> {
    return (this.#kysely ??= kyselyOver('postgres', (...statement) => this.execute(...statement)))
  }

  async execute(sql: string, parameters: readonly unknown[], keep: boolean): Promise<Result> {
    if (!this.#open) throw new Error('this transaction has ended')
    if (this.#failure !== null) throw this.#failure
    this.#onStatement?.(sql, parameters)
    try {
      return await runStatement(this.#client, sql, parameters, keep)
    } catch (error) {
      throw (this.#failure ??= postgresError(error))
    }
  }

  /** Runs the work; an error that it swallowed comes out here. */
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
