import { afterAll, beforeAll } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import { migrate } from '../../../server/src/actions/testing/migrate.ts'
import { type TestServer, testServer } from '../../../server/src/http/testing/test-server.ts'

/** A Latchkey server on SQLite for the tests of a file, and the `fetch` by which it is reached. Its clock moves only when told. */
export function realServer(): { (): TestServer; readonly fetch: typeof fetch } {
  let server: TestServer
  let drop: () => Promise<void>
  beforeAll(async () => {
    const sqlite = databases.find(({ dialect }) => dialect === 'sqlite')!
    const database = await sqlite.fromTemplate(migrate)
    server = await testServer(database.url)
    drop = () => database.drop()
  })
  afterAll(async () => {
    await server.close()
    await drop()
  })
  return Object.assign(() => server, { fetch: (async (input, init) => server.fetch(new Request(input, init))) as typeof fetch })
}
