import { sql } from 'kysely'
import type { Db, DialectName } from '../db.ts'
import { MIGRATIONS } from './index.ts'
import type { Migration } from './migration.ts'

/** Any number, as long as nothing else locks by it. */
const advisoryLock = 7_201_355_881

/**
 * Runs every migration that has not run, in the transaction it is given. SQLite's transactions exclude each other already;
 * in PostgreSQL an advisory lock does. Migrations of a later version are left alone, so that two versions can run side by side.
 * Answers whether there was anything to do.
 * @throws Error when a migration was changed after it ran
 */
export async function applyMigrations(db: Db, migrations: readonly Migration[] = MIGRATIONS): Promise<boolean> {
  if (db.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(db.kysely)
  await sql`create table if not exists migrations (name text not null primary key, checksum text not null)`.execute(db.kysely)
  const rows = await db.kysely.selectFrom('migrations').selectAll().execute()
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  for (const migration of migrations) {
    const sum = checksum(migration, db.dialect)
    const known = applied.get(migration.name)
    if (known !== undefined && known !== sum) throw new Error(`migration ${migration.name} was changed after it ran`)
    if (known !== undefined) continue
    for (const statement of migration.statements(db.dialect)) await db.execute(statement, [], false)
    await db.kysely.insertInto('migrations').values({ name: migration.name, checksum: sum }).execute()
  }
  return migrations.some(({ name }) => !applied.has(name))
}

/** Does the database answer, and does it have every migration this version needs? A failure is a no. */
export async function areMigrationsApplied(db: Db): Promise<boolean> {
  try {
    const rows = await db.kysely.selectFrom('migrations').select('name').execute()
    const applied = new Set(rows.map((row) => row.name))
    return MIGRATIONS.every((migration) => applied.has(migration.name))
  } catch {
    return false
  }
}

const offset = 0xcbf29ce484222325n
const prime = 0x100000001b3n

/** What tells that a migration was changed after it ran: FNV-1a of its statements, a guard against accidents and not against malice. */
function checksum(migration: Migration, dialect: DialectName): string {
  let sum = offset
  for (const byte of new TextEncoder().encode(migration.statements(dialect).join(';\n'))) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * prime)
  }
  return sum.toString(16).padStart(16, '0')
}
