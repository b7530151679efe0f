import { postgres } from './postgresql.ts'
import { sqlite } from './sqlite.ts'
import type { TestDialect } from './test-dialect.ts'

export type { Migrate, TestDatabase, TestDialect } from './test-dialect.ts'

/**
 * Both databases that Latchkey runs on, or SQLite alone where that is asked for. SQLite URLs read `file:/absolute/path`, PostgreSQL's
 * `postgres://…`.
 */
export const databases: readonly TestDialect[] = process.env['LATCHKEY_TEST_DATABASES'] === 'sqlite' ? [sqlite] : [sqlite, postgres]
