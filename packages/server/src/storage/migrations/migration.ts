import type { DialectName } from '../db.ts'

/** One step of the schema, forward only. Once released it never changes: its checksum is kept. */
export interface Migration {
  /** Sorts by its number. */
  readonly name: string
  /** The statements, by dialect where they differ. */
  readonly statements: (dialect: DialectName) => readonly string[]
}
