import { hash } from 'node:crypto'
import type { DialectName } from '../db.ts'
import type { Migration } from './migration.ts'

/** What tells a migration that was changed after it ran. */
export function checksum(migration: Migration, dialect: DialectName): string {
  return hash('sha256', migration.statements(dialect).join(';\n'))
}
