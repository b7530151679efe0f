import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { DatabaseConnection, Dialect, Driver } from 'kysely'
import type { Db, DialectName } from './db.ts'
import type { Tables } from './schema.ts'

const parts = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<never>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db: Kysely<never>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
} as const

function kyselyOf(dialect: DialectName, driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: { ...parts[dialect], createDriver: () => driver } as Dialect })
}

/** Kyselys that connect nowhere, to write SQL with. */
export const unconnected: { readonly [Name in DialectName]: Kysely<Tables> } = {
  sqlite: kyselyOf('sqlite', new DummyDriver()),
  postgres: kyselyOf('postgres', new DummyDriver()),
}

/** A Kysely whose queries run through `execute`. It knows no transactions: those are begun and ended by the storage. */
export function kyselyOver(dialect: DialectName, execute: Db['execute']): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: { readonly sql: string; readonly parameters: readonly unknown[] }) {
      const { rows, changes } = await execute(query.sql, query.parameters, false)
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
    },
    streamQuery() {
      throw new Error('storage does not stream')
    },
  }
  return kyselyOf(dialect, new HandleDriver(connection))
}

class HandleDriver extends DummyDriver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    super()
    this.#connection = connection
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  override async beginTransaction(): Promise<void> {
    throw new Error('transactions are begun by storage.transaction')
  }
}
