import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlite } from '../../../../../tools/testing/sqlite.ts'
import { createLog } from '../../platform/log.ts'
import { createServer, type Server } from '../../server.ts'
import { listen, type Listening } from './listen.ts'

let server: Server
let listening: Extract<Listening, { ok: true }>
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await sqlite.open()
  drop = database.drop
  server = await createServer({
    mode: 'dev',
    publicUrl: 'http://localhost:4000',
    databaseUrl: database.url,
    secretsKey: new Uint8Array(32).fill(9),
    log: createLog({ format: 'json', level: 'silent' }),
  })
  await server.migrate()
  const bound = await listen(server, { port: 0, host: '127.0.0.1' })
  if (!bound.ok) throw new Error(bound.code)
  listening = bound
})
afterAll(async () => {
  await listening.close()
  await server.close()
  await drop()
})

/** What differs from one request to the next, and what belongs to the connection. */
const own = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'set-cookie'])

describe('an answer written to a socket is the one that an embedding application gets', () => {
  it.each([
    ['GET', '/v1/health'],
    ['HEAD', '/v1/health'],
    ['GET', '/'],
    ['GET', '/nowhere'],
    ['GET', '/v1/users'],
    ['OPTIONS', '/v1/health'],
    ['GET', '/npm/@clerk/clerk-js@5/dist/clerk.browser.js'],
    ['POST', '/v1/client/sign_ins'],
  ])('%s %s', async (method, path) => {
    const sent = await fetch(`http://127.0.0.1:${listening.port}${path}`, { method, redirect: 'manual' })
    const made = await server.fetch(new Request(`http://127.0.0.1:4000${path}`, { method }), { ip: '127.0.0.1' })
    const headers = (answer: Response) => [...answer.headers].filter(([name]) => !own.has(name))
    expect([sent.status, headers(sent)]).toEqual([made.status, headers(made)])
    const body = await sent.text()
    expect(body.replace(/clerk_trace_id":"\w+/, '')).toBe((await made.text()).replace(/clerk_trace_id":"\w+/, ''))
    if (body !== '') expect(sent.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
  })

  it('with every cookie on a line of its own', async () => {
    const app = await server.admin.createApplication({ name: 'Acme' })
    const { pathname } = new URL(app.frontendApiUrl)
    const path = `http://127.0.0.1:${listening.port}${pathname}/v1/client/sign_ups`
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams({ email_address: 'ada@example.com', first_name: 'Zoë' }) })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    expect(((await answer.json()) as { response: { first_name: string } }).response.first_name).toBe('Zoë')
  })
})
