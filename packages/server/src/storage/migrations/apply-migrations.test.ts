import { describe, expect, test } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { openStorage } from '../open-storage.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { applyMigrations } from './apply-migrations.ts'
import { MIGRATIONS } from './index.ts'
import type { Migration } from './migration.ts'

const named = (name: string, ...statements: string[]): Migration => ({ name, statements: () => statements })

describe.each(databases)('migrations on $dialect', ({ open }) => {
  test('run once, however many processes start together', async () => {
    const database = await open()
    const processes = await Promise.all([1, 2, 3].map(() => openStorage({ url: database.url })))
    expect(await processes[0]!.isReady()).toBe(false)
    await Promise.all(processes.map((storage) => storage.migrate()))
    expect(await Promise.all(processes.map((storage) => storage.isReady()))).toEqual([true, true, true])
    const rows = await processes[0]!.db.kysely.selectFrom('migrations').select('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name))
    await Promise.all(processes.map((storage) => storage.close()))
    await database.drop()
  })

  test('run all or not at all, refuse to have been changed, and leave later ones alone', async () => {
    const database = await open()
    const storage = await openStorage({ url: database.url })
    const first = named('0001-first', 'create table first (id text)')
    const run = (migrations: Migration[]) => storage.transaction((db) => applyMigrations(db, migrations))
    await expect(run([first, named('0002-broken', 'create table second (id text)', 'create nonsense')])).rejects.toThrow(/nonsense/)
    await run([first, named('0002-fixed', 'create table second (id text)')])
    await run([first])
    await expect(run([named('0001-first', 'create table other (id text)')])).rejects.toThrow('0001-first was changed after it ran')
    const rows = await storage.db.kysely.selectFrom('migrations').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(['0001-first', '0002-fixed'])
    await storage.close()
    await database.drop()
  })
})

test('their names sort in the order they run in', () => {
  expect(MIGRATIONS.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name).toSorted())
})

describeStorage('the schema', ({ dialect, storage }) => {
  /** What is looked up or cleared up across instances. */
  const acrossInstances = [
    'applications_pkey',
    'attempts_abandon_at',
    'audit_created_at',
    'clients_updated_at',
    'counters_reset_at',
    'inbox_created_at',
    'instances_application',
    'instances_host_key',
    'instances_pkey',
    'instances_slug_key',
    'migrations_pkey',
    'one_time_expires_at',
    'operator_keys_hash_key',
    'outbox_finished_at',
    'outbox_next_at',
    'processes_pkey',
    'processes_seen_at',
    'revoked_keys_hash_key',
    'revoked_keys_revoked_at',
    'sealing_key_pkey',
    'secret_keys_hash_key',
    'sessions_expire_at',
  ]

  test('puts the instance first in every key and index of a tenant’s rows', async () => {
    const query =
      dialect === 'sqlite'
        ? `select m.name as "table", i.name as name, i.origin = 'pk' as pk, c.name as first
           from pragma_table_list m join pragma_index_list(m.name) i join pragma_index_info(i.name) c
           where m.schema = 'main' and m.type = 'table' and c.seqno = 0`
        : `select t.relname as "table", i.relname as name, x.indisprimary as pk, a.attname as first
           from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
           join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
           where t.relnamespace = 'public'::regnamespace`
    const { rows } = await storage().db.execute(query, [], false)
    const indexes = rows as { table: string; name: string; pk: unknown; first: string }[]
    const others = indexes.filter(({ first }) => first !== 'instance_id')
    const names = others.map(({ table, name, pk }) => (pk ? `${table}_pkey` : name))
    expect(indexes.length).toBeGreaterThan(30)
    expect(names.toSorted()).toEqual(acrossInstances)
  })
})
