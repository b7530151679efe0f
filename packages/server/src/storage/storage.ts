import type { Db, DialectName } from './db.ts'

/** An open database. */
export interface Storage {
  readonly dialect: DialectName
  /** Reads, outside transactions: it sees what is committed, and refuses to write. */
  readonly db: Db
  /**
   * Runs `work` in one transaction and answers after the commit. `work` awaits nothing but queries, and changes nothing
   * outside: after a lost batch or a deadlock it is run again.
   * @throws {StorageUnavailable | Duplicate} and whatever `work` throws; then nothing was written
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Brings the schema up to date, under a lock, so that processes starting together agree. */
  migrate(): Promise<void>
  /** Does the database answer, with every migration of this version? Never throws. */
  isReady(): Promise<boolean>
  /** Waits for what was begun, then lets go of everything. */
  close(): Promise<void>
}

/** How to open a database. */
export interface StorageOptions {
  /** A file path, `file:…`, or `postgres://…`. */
  readonly url: string
  /** Connections to PostgreSQL. */
  readonly poolSize?: number
  /** Told every statement before it runs, for tests. */
  readonly onStatement?: (sql: string, parameters: readonly unknown[]) => void
}
