import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** The rows of a server under test, seen past it. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  /** Value of `LATCHKEY_DATABASE_URL`. */
  readonly url: string
  /** Rows of a query; parameters are `$1`, `$2` …, which both databases know. */
  rows<Row = Readonly<Record<string, unknown>>>(sql: string, ...values: readonly (string | number)[]): Promise<Row[]>
  /** Changes something that no server would. */
  change(sql: string): Promise<void>
  /** Keeps everybody from writing, not from reading, until what it answers is called. */
  hold(): Promise<() => Promise<void>>
  /** What is wrong with its files or references, in words; nothing when all is well. */
  damage(): Promise<readonly string[]>
  /** Its files as they are on the disk, logs of changes included. */
  files(): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]>
  tables(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A SQLite file, opened anew for each question, so that no server ever finds it locked. */
export function sqliteDatabase(path: string): Database {
  const using = <Result>(work: (database: DatabaseSync) => Result): Result => {
    const database = new DatabaseSync(path, { timeout: 10_000 })
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  const all = (sql: string, values: readonly (string | number)[] = []) =>
    using((database) => database.prepare(sql).all(Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]))))
  return {
    dialect: 'sqlite',
    url: path,
    rows: async <Row>(sql: string, ...values: readonly (string | number)[]) => all(sql, values) as Row[],
    change: async (sql) => using((database) => database.exec(sql)),
    async hold() {
      const database = new DatabaseSync(path, { timeout: 10_000 })
      database.exec('begin immediate')
      return async () => database.close()
    },
    async damage() {
      const check = all('pragma integrity_check')
        .map((row) => String(row['integrity_check']))
        .filter((line) => line !== 'ok')
      return [...check, ...all('pragma foreign_key_check').map((row) => JSON.stringify(row))]
    },
    files: async () =>
      ['', '-wal', '-shm']
        .map((end) => path + end)
        .filter(existsSync)
        .map((name) => ({ name, bytes: readFileSync(name) })),
    tables: async () => all(`select name from sqlite_schema where type = 'table'`).map((row) => String(row['name'])),
    close: async () => {},
  }
}

/** A database of its own on a running PostgreSQL. @param server URL of any database of it, as superuser */
export async function postgresDatabase(server: string, name: string): Promise<Database> {
  const first = await connect(server)
  await first.query(`create database ${name}`)
  await first.end()
  const url = new URL(server)
  url.pathname = name
  const client = await connect(url.href)
  const all = async (sql: string, values: readonly (string | number)[] = []) =>
    (await client.query<Record<string, unknown>>({ text: sql, values: [...values] })).rows
  return {
    dialect: 'postgres',
    url: url.href,
    rows: async <Row>(sql: string, ...values: readonly (string | number)[]) => (await all(sql, values)) as Row[],
    change: async (sql) => void (await client.query(sql)),
    async hold() {
      await client.query('begin')
      const [{ all }] = (await client.query<{ all: string }>(`select string_agg(relname, ', ') as all from pg_class where ${tables}`))
        .rows as [{ all: string }]
      await client.query(`lock table ${all} in share mode`)
      return async () => void (await client.query('commit'))
    },
    // References are checked by every statement, and pages by nobody but a restart.
    damage: async () => [],
    async files() {
      await client.query('checkpoint')
      const [row] = await all(
        `select current_setting('data_directory') as home, oid::text from pg_database where datname = current_database()`,
      )
      return [join('base', String(row!['oid'])), 'pg_wal'].flatMap((folder) => filesIn(join(String(row!['home']), folder)))
    },
    tables: async () => (await all(`select relname from pg_class where ${tables}`)).map((row) => String(row['relname'])),
    close: () => client.end(),
  }
}

const tables = `relkind = 'r' and relnamespace = 'public'::regnamespace`

function filesIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name: join(folder, name), bytes: readFileSync(join(folder, name)) }))
}

async function connect(url: string): Promise<pg.Client> {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const client = new pg.Client({ connectionString: url, types })
  // Its end is nobody's surprise: PostgreSQL stops with the suite.
  client.on('error', () => {})
  await client.connect()
  return client
}
