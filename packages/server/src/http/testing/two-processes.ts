import { afterEach, beforeEach } from 'vitest'
import type { databases, TestDatabase } from '../../../../../tools/testing/databases.ts'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { migrate } from '../../actions/testing/migrate.ts'
import { createAdmin } from '../../admin.ts'
import { type TestServer, testServer } from './test-server.ts'

type FromTemplate = (typeof databases)[number]['fromTemplate']

/** A database for each test of a suite, dropped after it. Whatever is closed by an `afterEach` of the suite is closed before. */
export function databaseOfEach(fromTemplate: FromTemplate): { readonly url: string } {
  let database: TestDatabase
  beforeEach(async () => {
    database = await fromTemplate(migrate)
  })
  afterEach(() => database.drop())
  return {
    get url() {
      return database.url
    },
  }
}

/** Two processes that serve one application from one database, made for each test of a suite. */
export interface TwoProcesses {
  readonly servers: readonly [TestServer, TestServer]
  readonly app: CreatedApplication
  /** Whoever sits at the command line. */
  admin(): ReturnType<typeof createAdmin>
  /** Moves the clock of both. */
  advance(ms: number): void
}

/** See {@link TwoProcesses}. */
export function twoProcesses(fromTemplate: FromTemplate): TwoProcesses {
  const database = databaseOfEach(fromTemplate)
  let servers: [TestServer, TestServer]
  let app: CreatedApplication
  beforeEach(async () => {
    servers = [await testServer(database.url), await testServer(database.url)]
    app = await servers[0].application()
  })
  afterEach(async () => {
    for (const server of servers) await server.close()
  })
  return {
    get servers() {
      return servers
    },
    get app() {
      return app
    },
    admin: () => createAdmin(servers[0].ports),
    advance: (ms) => servers.forEach(({ ports }) => ports.advance(ms)),
  }
}
