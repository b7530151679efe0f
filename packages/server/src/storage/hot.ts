import { sql } from 'kysely'
import type { Compilable, Kysely, RawBuilder } from 'kysely'
import type { Db, DialectName, Result } from './db.ts'
import { unconnected } from './dialect.ts'
import type { Tables } from './schema.ts'

/** A query that Kysely wrote once and that is run from then on by its text, with named parameters. */
export interface HotQuery<Params extends object, Row> {
  /** Every row. */
  all(db: Db, params: Params): Promise<readonly Row[]>
  /** The first row, or `null`. */
  first(db: Db, params: Params): Promise<Row | null>
  /** How many rows were written, for a statement that returns none. */
  run(db: Db, params: Params): Promise<number>
}

/** Stands where the value of a parameter will be. */
export type Placeholder<Params> = <Name extends keyof Params & string>(name: Name) => RawBuilder<Params[Name]>

/** What a hot query is built with: a Kysely that connects nowhere, and placeholders. */
export type Build<Params, Row> = (db: Kysely<Tables>, p: Placeholder<Params>) => Compilable<Row>

class Named {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

interface Compiled {
  readonly sql: string
  readonly order: readonly unknown[]
}

/**
 * Writes a query once per dialect. Building and compiling costs three times what running does, so whatever is on the
 * path of a sign-up, a sign-in or a token goes through here.
 */
export function hot<Params extends object, Row = never>(build: Build<Params, Row>): HotQuery<Params, Row> {
  const compiled: { [Dialect in DialectName]?: Compiled } = {}

  function execute(db: Db, params: Params): Promise<Result> {
    const { sql: text, order } = (compiled[db.dialect] ??= compile(db.dialect, build))
    const values = order.map((slot) => (slot instanceof Named ? params[slot.name as keyof Params] : slot))
    return db.execute(text, values, true)
  }

  return {
    all: async (db, params) => (await execute(db, params)).rows as readonly Row[],
    first: async (db, params) => ((await execute(db, params)).rows[0] ?? null) as Row | null,
    run: async (db, params) => (await execute(db, params)).changes,
  }
}

/** An insert of one whole row, written once, with the columns of the first row it is given. */
export function hotInsert<Table extends keyof Tables>(table: Table): { run(db: Db, row: Tables[Table]): Promise<number> } {
  let query: HotQuery<Tables[Table], never> | null = null
  return {
    run(db, row) {
      query ??= hot<Tables[Table]>((builder, p) => {
        const values = Object.fromEntries(Object.keys(row).map((column) => [column, p(column as keyof Tables[Table] & string)]))
        return builder.insertInto(table as keyof Tables).values(values as never) as Compilable<never>
      })
      return query.run(db, row)
    },
  }
}

function compile<Params, Row>(dialect: DialectName, build: Build<Params, Row>): Compiled {
  const { sql: text, parameters } = build(unconnected[dialect], (name) => sql.val(new Named(name)) as RawBuilder<never>).compile()
  return { sql: text, order: parameters }
}
