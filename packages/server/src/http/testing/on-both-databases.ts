import { afterAll, beforeAll, describe, expect } from 'vitest'
import { databases, type TestDatabase } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../../actions/testing/migrate.ts'
import { unscoped } from '../../storage/testing/unscoped.ts'
import { type TestServer, testServer } from './test-server.ts'

/** The development inbox shows the mails of all instances to whoever sits at the machine. */
const inboxOfAll = /^select \* from "inbox"/

type Options = Parameters<typeof testServer>[1]

/**
 * Runs a suite against one server on each database. It fails when something was complained about in the log, or when a
 * statement on a table of tenants does not say whose rows it means.
 */
export function onBothDatabases(name: string, suite: (server: () => TestServer) => void, options: Options = {}): void {
  describe.each(databases)(`${name} on $dialect`, ({ fromTemplate }) => {
    let database: TestDatabase
    let server: TestServer
    beforeAll(async () => {
      database = await fromTemplate(migrate)
      server = await testServer(database.url, options)
    })
    afterAll(async () => {
      await server.close()
      await database.drop()
      expect([...server.statements].filter((sql) => unscoped(sql) && !inboxOfAll.test(sql))).toEqual([])
      expect(server.complaints).toEqual([])
    })
    suite(() => server)
  })
}
