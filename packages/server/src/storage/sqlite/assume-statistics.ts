import { sql } from 'kysely'
import type { Db } from '../db.ts'

/** One big instance: its id tells nothing, what comes next in an index tells nearly everything. */
const rowsOfAnInstance = 1_000_000
const rowsPerValue = 10

interface IndexColumns {
  readonly table: string
  readonly index: string
  readonly unique: number
  readonly primary: number
  readonly first: string
  readonly columns: number
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
    select t.name as "table", i.name as "index", i."unique", i.origin = 'pk' as "primary", c.name as first,
      (select count(*) from pragma_index_info(i.name)) as columns
    from pragma_table_list t join pragma_index_list(t.name) i join pragma_index_info(i.name) c
    where t.schema = 'main' and c.seqno = 0
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
function statistics({ unique, first, columns }: IndexColumns): string {
  const shared = Array.from({ length: columns }, (_, position) => {
    if (unique && position === columns - 1) return 1
    return position === 0 && first === 'instance_id' ? rowsOfAnInstance : rowsPerValue
  })
  return [rowsOfAnInstance, ...shared].join(' ')
}
