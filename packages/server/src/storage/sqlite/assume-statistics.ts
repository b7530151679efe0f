import { sql } from 'kysely'
import type { Db } from '../db.ts'

/** One big instance: its id tells nothing, nor does what kind of row it is; whatever else is in an index tells nearly everything. */
const rowsOfAnInstance = 1_000_000
const rowsPerValue = 10
const tellsNothing: ReadonlySet<string> = new Set(['instance_id', 'type', 'kind', 'purpose'])

interface IndexColumns {
  readonly table: string
  readonly index: string
  readonly unique: number
  readonly primary: number
  /** Their names as a JSON array. */
  readonly columns: string
}

/**
 * Tells SQLite's planner what the tables will look like. Left to guess, it takes `instance_id` for selective and reads a
 * whole instance by its primary key where an index would find the one row; counting (ANALYZE) while they are still small
 * would make it sure of that. Runs after the migrations, in their transaction.
 * @see https://www.sqlite.org/fileformat2.html#stat1tab
 */
export async function assumeStatistics(db: Db): Promise<void> {
  await sql`analyze`.execute(db.kysely)
  await sql`delete from sqlite_stat1`.execute(db.kysely)
  const { rows } = await sql<IndexColumns>`
    select t.name as "table", i.name as "index", i."unique", i.origin = 'pk' as "primary",
      (select json_group_array(name order by seqno) from pragma_index_info(i.name)) as columns
    from pragma_table_list t join pragma_index_list(t.name) i
    where t.schema = 'main'
  `.execute(db.kysely)
  const withoutRowid = await tablesWithoutRowid(db)
  for (const row of rows) {
    const name = row.primary && withoutRowid.has(row.table) ? row.table : row.index
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${row.table}, ${name}, ${statistics(row)})`.execute(db.kysely)
  }
  await sql`analyze sqlite_schema`.execute(db.kysely)
}

async function tablesWithoutRowid(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_list where wr = 1`.execute(db.kysely)
  return new Set(rows.map(({ name }) => name))
}

/** The number of rows, then how many share the first column, the first two, and so on. */
function statistics({ unique, columns }: IndexColumns): string {
  const names = JSON.parse(columns) as string[]
  const shared = names.map((_, position) => {
    if (unique && position === names.length - 1) return 1
    return names.slice(0, position + 1).every((name) => tellsNothing.has(name)) ? rowsOfAnInstance : rowsPerValue
  })
  return [rowsOfAnInstance, ...shared].join(' ')
}
