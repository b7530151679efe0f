import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import { migrate } from '../actions/testing/migrate.ts'
import { openStorage } from '../storage/index.ts'
import { lastCode } from './testing/people.ts'
import type { Browser, Seen } from './testing/test-browser.ts'
import { testServer, type TestServer } from './testing/test-server.ts'

const ada = 'ada@example.com'

/** What some requests cost a database. */
interface Cost {
  /** Without the begin and end of transactions. */
  readonly statements: number
  /** Waits for an answer: statements that are sent together wait once, and the first of a transaction is sent with its begin. */
  readonly trips: number
}

describe.each(databases)('what a code by email costs on $dialect', (database) => {
  let server: TestServer
  let browser: Browser
  let close: () => Promise<void>
  let cost: { statements: number; trips: number }
  let isSending = false

  /** Statements that are begun in one turn of the event loop are sent before an answer to any of them can have come. */
  const heard = () => {
    cost.statements++
    if (isSending) return
    cost.trips++
    isSending = true
    setImmediate(() => (isSending = false))
  }

  beforeEach(async () => {
    cost = { statements: 0, trips: 0 }
    const opened = await database.fromTemplate(migrate)
    server = await testServer(opened.url)
    const app = await server.application()
    const storage = await openStorage({ url: opened.url, onStatement: heard })
    const transaction: typeof storage.transaction = async (work) => {
      const result = await storage.transaction(work)
      cost.trips++
      return result
    }
    const own = server.ports.storage
    Object.assign(server.ports, { storage: { ...storage, transaction } })
    browser = server.browser(app)
    close = async () => {
      await Promise.all([storage.close(), own.close()])
      await opened.drop()
    }
  })
  afterEach(() => close())

  async function costOf(request: () => Promise<Seen>): Promise<readonly [Cost, Seen]> {
    cost = { statements: 0, trips: 0 }
    const seen = await request()
    expect(seen.status).toBe(200)
    return [{ ...cost }, seen]
  }

  /** The three requests of Clerk's components, each with its answer, in which the client is whole. */
  async function costs(begin: () => Promise<Seen>, prepare: string, attempt: string): Promise<readonly Cost[]> {
    const [begun, { json }] = await costOf(begin)
    const path = `/v1/client/${json.response.object === 'sign_up_attempt' ? 'sign_ups' : 'sign_ins'}/${json.response.id}`
    const [prepared] = await costOf(() => browser.post(`${path}/${prepare}`, { strategy: 'email_code' }))
    const code = await lastCode(server, ada)
    const [typed, answer] = await costOf(() => browser.post(`${path}/${attempt}`, { strategy: 'email_code', code }))
    expect(answer.json.response.status).toBe('complete')
    // What is answered from memory is what is there.
    const { json: client } = await browser.get('/v1/client')
    const without = ({ sessions, ...rest }: typeof client.response) => ({
      ...rest,
      sessions: sessions.map(({ last_active_token: _token, ...session }: { last_active_token: unknown }) => session),
    })
    expect(without(answer.json.client)).toEqual(without(client.response))
    return [begun, prepared, typed]
  }

  it('is as many statements as it was, whatever else a sign-up and a sign-in can do by now', async () => {
    const up = await costs(
      () => browser.post('/v1/client/sign_ups', { email_address: ada }),
      'prepare_verification',
      'attempt_verification',
    )
    await browser.send('DELETE', '/v1/client/sessions')
    const back = await costs(() => browser.post('/v1/client/sign_ins', { identifier: ada }), 'prepare_first_factor', 'attempt_first_factor')
    const isRemote = database.dialect === 'postgres'
    const of = (each: readonly Cost[]) => each.map(({ statements, trips }) => (isRemote ? [statements, trips] : statements))
    expect({ up: of(up), back: of(back) }).toEqual(
      isRemote
        ? {
            up: [
              [3, 3],
              [4, 3],
              [11, 4],
            ],
            back: [
              [4, 4],
              [5, 4],
              [10, 4],
            ],
          }
        : { up: [3, 4, 11], back: [4, 5, 10] },
    )
  })
})
