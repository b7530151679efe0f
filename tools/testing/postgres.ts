import type { TestProject } from 'vitest/node'
import { scratchDirectory } from './scratch-directory.ts'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  /** What every test file may `inject`. */
  interface ProvidedContext {
    /** URL of the run's PostgreSQL, as superuser. */
    readonly postgres: string
    /** A directory that is removed after the run. */
    readonly scratch: string
  }
}

/** Vitest's global set-up: one PostgreSQL, where one is asked for, and one scratch directory for the whole run, both gone after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = scratchDirectory()
  const postgres = process.env['LATCHKEY_TEST_DATABASES'] === 'sqlite' ? null : await startPostgres()
  if (postgres !== null) project.provide('postgres', postgres.url)
  project.provide('scratch', scratch.path)
  return async () => {
    await Promise.all([postgres?.stop(), scratch.remove()])
  }
}
