import { openStorage, type Storage } from '../../../storage/index.ts'

/** A row as it was written, by the names of its columns. */
export type Row = { readonly [column: string]: unknown }

/** One row that a committed transaction wrote. */
export interface Entry {
  readonly table: string
  readonly before: Row | null
  readonly after: Row | null
}

/** What a server writes, told by triggers: every row, even one that is put back later. */
export interface ChangeLog {
  /** What was committed since the last call. A row that was written as it was before is left out, and what is noted beside requests. */
  read(): Promise<readonly Entry[]>
  /** Changes rows behind the server's back, without a word about it. */
  meddle(sql: string, parameters?: readonly unknown[]): Promise<void>
  /** Rows as they are. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

/** Counters are what a refused request may well write; a message is on its way as soon as it is in the outbox. */
const followed: { readonly [table: string]: readonly Event[] } = {
  applications: ['insert', 'update', 'delete'],
  instances: ['insert', 'update', 'delete'],
  allowed_origins: ['insert', 'update', 'delete'],
  secret_keys: ['insert', 'update', 'delete'],
  operator_keys: ['insert', 'update', 'delete'],
  signing_keys: ['insert', 'update', 'delete'],
  users: ['insert', 'update', 'delete'],
  identifications: ['insert', 'update', 'delete'],
  clients: ['insert', 'update', 'delete'],
  sessions: ['insert', 'update', 'delete'],
  attempts: ['insert', 'update', 'delete'],
  verifications: ['insert', 'update', 'delete'],
  further_verifications: ['insert', 'update', 'delete'],
  credentials: ['insert', 'update', 'delete'],
  one_time: ['insert', 'update', 'delete'],
  outbox: ['insert'],
  audit: ['insert', 'update', 'delete'],
}

type Event = 'insert' | 'update' | 'delete'

/** Makes a migrated database keep a log of changes, which copies of it keep as well. */
export async function beginChangeLog(url: string): Promise<void> {
  const storage = await openStorage({ url })
  const statements = storage.dialect === 'sqlite' ? await sqliteTriggers(storage) : postgresTriggers()
  await storage.transaction(async (db) => {
    for (const sql of statements) await db.execute(sql, [], false)
  })
  await storage.close()
}

/** Opens the log of changes of a database, on connections of its own. */
export async function openChangeLog(url: string): Promise<ChangeLog> {
  const storage = await openStorage({ url, poolSize: 2 })
  let last = 0
  const read = async () => {
    const sql = `select seq, name, old_row, new_row from change_log where seq > ${storage.dialect === 'sqlite' ? '?' : '$1'} order by seq`
    const { rows: lines } = await storage.db.execute(sql, [last], true)
    last = Number((lines.at(-1) as Row | undefined)?.seq ?? last)
    return (lines as Row[])
      .filter((line) => line.old_row !== line.new_row)
      .map(entryOf)
      .filter((entry) => !isLateNote(entry))
  }
  await read()
  return {
    read,
    async meddle(sql, parameters = []) {
      await storage.transaction((db) => db.execute(sql, parameters, false))
      await read()
    },
    rows: async (sql, parameters = []) => (await storage.db.execute(sql, parameters, false)).rows as readonly Row[],
    close: () => storage.close(),
  }
}

function entryOf(line: Row): Entry {
  const row = (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as Row) : null)
  return { table: String(line.name), before: row(line.old_row), after: row(line.new_row) }
}

const grainMs = 60_000

/**
 * What is noted beside requests, and so at any time later: that a key was used, at most once a minute, and in the trail once a
 * day; and how many requests of a kind were refused, counted together.
 */
function isLateNote({ table, before, after }: Entry): boolean {
  if (table === 'audit') return before === null && /^(secret|operator)_key\.used$|\.refused$/.test(String(after!.type))
  if (!/^(secret|operator)_keys$/.test(table) || before === null || after === null) return false
  const [was, is] = [before.last_used_at, after.last_used_at]
  const others = JSON.stringify({ ...before, last_used_at: null }) === JSON.stringify({ ...after, last_used_at: null })
  return others && is !== null && (was === null || Number(is) - Number(was) >= grainMs)
}

async function sqliteTriggers(storage: Storage): Promise<readonly string[]> {
  const statements = ['create table change_log (seq integer primary key autoincrement, name text not null, old_row text, new_row text)']
  for (const [table, events] of Object.entries(followed)) {
    const { rows } = await storage.db.execute(`select name from pragma_table_info('${table}')`, [], false)
    const row = (of: string) => `json_object(${(rows as { name: string }[]).map(({ name }) => `'${name}', ${of}.${name}`).join(', ')})`
    for (const event of events) {
      const [before, after] = [event === 'insert' ? 'null' : row('old'), event === 'delete' ? 'null' : row('new')]
      const note = `insert into change_log (name, old_row, new_row) values ('${table}', ${before}, ${after})`
      statements.push(`create trigger change_${table}_${event} after ${event} on ${table} begin ${note}; end`)
    }
  }
  return statements
}

function postgresTriggers(): readonly string[] {
  const rowUnless = (event: string, row: string) => `case when tg_op <> '${event}' then row_to_json(${row})::text end`
  const [before, after] = [rowUnless('INSERT', 'old'), rowUnless('DELETE', 'new')]
  const trigger = (table: string, events: readonly Event[]) => `create trigger change_${table} after ${events.join(' or ')} on ${table}`
  return [
    'create table change_log (seq bigserial primary key, name text not null, old_row text, new_row text)',
    `create function change_note() returns trigger language plpgsql as $$ begin
      insert into change_log (name, old_row, new_row) values (tg_table_name, ${before}, ${after}); return null;
    end $$`,
    ...Object.entries(followed).map(([table, events]) => `${trigger(table, events)} for each row execute function change_note()`),
  ]
}
