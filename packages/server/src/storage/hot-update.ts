import { sql } from 'kysely'
import { hot, type HotQuery } from './hot.ts'
import type { Tables } from './schema.ts'
import type { InstanceScope } from './scope.ts'

/** Tables whose rows are found by instance and id, and know when they changed. */
type Keyed = 'users' | 'clients' | 'identifications'

interface Params {
  [column: string]: string | number | null
}

/** Updates some columns of one row and answers the row as it is then, `null` when it is not there. */
export interface HotUpdate<Row> {
  /** @param seen columns that have to be as the caller has seen them; otherwise nothing is written, and the answer is `null` */
  run(scope: InstanceScope, id: string, columns: Partial<Row>, seen?: Partial<Row>): Promise<Row | null>
}

/**
 * The update of a table by whichever columns are given. Each set of columns is a query of its own, written once.
 * No column at all changes nothing and still answers the row. `updated_at`, where given, always grows: by a millisecond when
 * the clock did not.
 */
export function hotUpdate<Table extends Keyed>(table: Table): HotUpdate<Tables[Table]> {
  const queries = new Map<string, HotQuery<Params, Tables[Table]>>()

  return {
    async run(scope, id, columns, seen = {}) {
      const names = Object.keys(columns).toSorted()
      const guards = Object.entries(seen) as [string, string | number | null][]
      const text = `${names.join()} where ${guards.map(([name]) => name).join()}`
      let query = queries.get(text)
      if (!query)
        queries.set(
          text,
          (query = build(
            table,
            names,
            guards.map(([name]) => name),
          ) as HotQuery<Params, Tables[Table]>),
        )
      const where = Object.fromEntries(guards.map(([name, value]) => [`where ${name}`, value]))
      return query.first(scope.db, { ...(columns as Params), ...where, 'where instance_id': scope.instanceId, 'where id': id })
    },
  }
}

function build(table: Keyed, names: readonly string[], guards: readonly string[]): HotQuery<Params, unknown> {
  return hot((db, p) => {
    const grown = sql`case when updated_at >= ${p('updated_at')} then updated_at + 1 else ${p('updated_at')} end`
    const values = names.map((name) => [name, name === 'updated_at' ? grown : p(name)])
    if (values.length === 0) values.push(['id', sql.ref('id')])
    const update = db
      .updateTable(table as 'clients')
      .set(Object.fromEntries(values))
      .where('instance_id', '=', p('where instance_id') as never)
      .where('id', '=', p('where id') as never)
    return guards.reduce((query, name) => query.where(name as 'token_hash', '=', p(`where ${name}`) as never), update).returningAll()
  })
}

/** A patch of domain properties as a patch of columns; what is not given is left out. */
export function rename<Patch extends object, Row>(
  patch: Patch,
  columns: { readonly [Property in keyof Required<Patch>]: keyof Row & string },
): Partial<Row> {
  const renamed: { [column: string]: unknown } = {}
  for (const [property, value] of Object.entries(patch)) {
    if (value !== undefined) renamed[columns[property as keyof Patch]] = toColumn(value)
  }
  return renamed as Partial<Row>
}

function toColumn(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
