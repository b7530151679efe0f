import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { Result } from '../db.ts'

/** Statements kept per connection; the texts of hot queries are far fewer. */
const keptStatements = 300
/** How long SQLite itself waits for a lock. It blocks the event loop, so the longer waiting is done outside. */
const busyTimeoutMs = 200

const pragmas = {
  both: ['cache_size = -16000', 'trusted_schema = OFF', 'temp_store = MEMORY', 'cell_size_check = ON'],
  writer: ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 8000'],
  reader: ['query_only = ON'],
} as const

interface Prepared {
  readonly statement: StatementSync
  readonly returnsRows: boolean
}

/** One connection to the file. Everything on it is synchronous. */
export class SqliteConnection {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()
  readonly #onStatement: ((sql: string, parameters: readonly unknown[]) => void) | undefined

  constructor(path: string, mode: 'writer' | 'reader', onStatement?: (sql: string, parameters: readonly unknown[]) => void) {
    this.#database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
    this.#onStatement = onStatement
    try {
      for (const pragma of [...pragmas.both, ...pragmas[mode]]) this.#database.exec(`PRAGMA ${pragma}`)
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** False after an error that made SQLite give up the whole transaction. */
  get inTransaction(): boolean {
    return this.#database.isTransaction
  }

  /** Runs a statement to its end: an iterator left open would make the next BEGIN fail. */
  execute(sql: string, parameters: readonly unknown[], keep: boolean): Result {
    this.#onStatement?.(sql, parameters)
    const { statement, returnsRows } = this.#prepare(sql, keep)
    const values = parameters as SQLInputValue[]
    if (returnsRows) return { rows: statement.all(...values), changes: 0 }
    return { rows: [], changes: Number(statement.run(...values).changes) }
  }

  /** Runs one of our own control statements: BEGIN, SAVEPOINT, COMMIT. */
  control(sql: string): void {
    this.#prepare(sql, true).statement.run()
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string, keep: boolean): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const prepared = { statement, returnsRows: statement.columns().length > 0 }
    if (keep && this.#prepared.size < keptStatements) this.#prepared.set(sql, prepared)
    return prepared
  }
}
