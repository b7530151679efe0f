import type { Db } from '../db.ts'
import { MIGRATIONS } from './index.ts'

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
