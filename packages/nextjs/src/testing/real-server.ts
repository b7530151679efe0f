import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import { migrate } from '../../../server/src/actions/testing/migrate.ts'
import { type TestServer, testServer } from '../../../server/src/http/testing/test-server.ts'
import { setUp } from './stage.ts'

/** A Latchkey server with one application, which the app under test reaches by `fetch`. */
export interface RealServer {
  readonly server: TestServer
  readonly app: CreatedApplication
  /** What was asked of it, as `POST /v1/latchkey/session`. */
  readonly asked: string[]
  /** Comes before it answers: may wait, or throw for a network that is down. */
  before: () => void | Promise<void>
  /** Comes after it has worked its answer out, which is on its way meanwhile. */
  after: () => void | Promise<void>
  /** By how much its clock is ahead of the app's, in milliseconds. */
  ahead: number
}

/** Runs a server on SQLite for the tests of a file. Its clock moves only when told, and the app's with it. */
export function realServer(): RealServer {
  const real = { asked: [] as string[], before: () => {}, after: () => {} } as unknown as {
    -readonly [Member in keyof RealServer]: RealServer[Member]
  }
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await databases.find(({ dialect }) => dialect === 'sqlite')!.fromTemplate(migrate)
    real.server = await testServer(database.url)
    real.app = await real.server.application()
    drop = () => database.drop()
  })
  beforeEach(() => {
    real.asked.length = 0
    real.before = () => {}
    real.after = () => {}
    real.ahead = 0
    setUp(real.app)
    vi.stubGlobal('fetch', (async (input, init) => {
      const request = new Request(input, init)
      real.asked.push(`${request.method} ${request.url.slice(real.app.frontendApiUrl.length)}`)
      await real.before()
      vi.setSystemTime(Date.now() + real.ahead)
      const answer = await real.server.fetch(request).finally(() => void vi.setSystemTime(Date.now() - real.ahead))
      await real.after()
      // As node:http puts it there.
      answer.headers.set('date', new Date(Date.now() + real.ahead).toUTCString())
      return answer
    }) as typeof fetch)
    return () => void vi.useRealTimers()
  })
  afterEach(() => expect(real.server.complaints).toEqual([]))
  afterAll(async () => {
    await real.server.close()
    await drop()
  })
  return real
}
