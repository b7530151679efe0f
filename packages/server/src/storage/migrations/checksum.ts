import type { DialectName } from '../db.ts'
import type { Migration } from './migration.ts'

const offset = 0xcbf29ce484222325n
const prime = 0x100000001b3n

/** What tells that a migration was changed after it ran: FNV-1a of its statements, a guard against accidents and not against malice. */
export function checksum(migration: Migration, dialect: DialectName): string {
  let sum = offset
  for (const byte of new TextEncoder().encode(migration.statements(dialect).join(';\n'))) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * prime)
  }
  return sum.toString(16).padStart(16, '0')
}
