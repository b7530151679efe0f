import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** The two databases this runs on. Their differences are named in `sqlite/` and `postgres/`. */
export type DialectName = 'sqlite' | 'postgres'

/** What a statement answers. */
export interface Result {
  readonly rows: readonly unknown[]
  /** Rows written, for a statement that returns none. */
  readonly changes: number
}

/** Where queries go: a transaction, or, outside one, a connection that only reads. */
export interface Db {
  readonly dialect: DialectName
  /** Kysely's builder for whatever is off the hot path; hot queries are built once by `hot`. */
  readonly kysely: Kysely<Tables>
  /**
   * Runs SQL that is already written.
   * @param keep true for a text that comes again and again, worth a prepared statement
   * @throws {StorageUnavailable | Duplicate}
   */
  execute(sql: string, parameters: readonly unknown[], keep: boolean): Promise<Result>
}
