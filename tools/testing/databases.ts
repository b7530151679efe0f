import { postgres } from './postgresql.ts'
import { sqlite } from './sqlite.ts'
import type { TestDialect } from './test-dialect.ts'

export type { Migrate, TestDatabase, TestDialect } from './test-dialect.ts'

/** Both databases that Latchkey runs on. SQLite URLs read `file:/absolute/path`, PostgreSQL's `postgres://…`. */
export const databases: readonly TestDialect[] = [sqlite, postgres]
