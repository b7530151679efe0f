import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Migrate, TestDatabase, TestDialect } from './test-dialect.ts'

/** SQLite in temporary files, never in memory: readers, writers and other processes must meet in it as they do in production. */
export const sqlite: TestDialect = {
  dialect: 'sqlite',
  open: async () => fresh(),
  fromTemplate: async (migrate) => {
    const template = templates.get(migrate) ?? build(migrate)
    templates.set(migrate, template)
    const source = await template
    const database = fresh()
    copyFileSync(pathOf(source), pathOf(database))
    return database
  },
}

const templates = new WeakMap<Migrate, Promise<TestDatabase>>()

async function build(migrate: Migrate): Promise<TestDatabase> {
  const database = fresh()
  await migrate(database.url)
  return database
}

/** A directory of its own, since SQLite keeps its log and its index of the log beside the file. */
function fresh(): TestDatabase {
  const directory = mkdtempSync(join(inject('scratch'), 'sqlite-'))
  return {
    url: `file:${join(directory, 'latchkey.db')}`,
    drop: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

function pathOf(database: TestDatabase): string {
  return database.url.slice('file:'.length)
}
