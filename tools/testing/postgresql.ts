import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Migrate, TestDatabase, TestDialect } from './test-dialect.ts'

/** Databases on the one PostgreSQL of this run. */
export const postgres: TestDialect = {
  dialect: 'postgres',
  open: () => create('template0'),
  fromTemplate: async (migrate) => {
    const template = templates.get(migrate) ?? build(migrate)
    templates.set(migrate, template)
    return create(nameOf(await template))
  },
}

const templates = new WeakMap<Migrate, Promise<TestDatabase>>()

async function build(migrate: Migrate): Promise<TestDatabase> {
  const database = await create('template0')
  await migrate(database.url)
  return database
}

/** Copies files instead of writing a log of them: 12 ms instead of 32. */
async function create(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  const url = new URL(inject('postgres'))
  url.pathname = name
  // Tests ask for more connections at once than there are: on a busy machine they stand in line for longer than a server would let them.
  url.searchParams.set('connect_timeout', '60')
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function nameOf(database: TestDatabase): string {
  return new URL(database.url).pathname.slice(1)
}
