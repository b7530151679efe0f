import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { databases } from '../../../tools/testing/databases.ts'
import type { CreatedApplication } from './actions/instance/create-application.ts'
import { createServer, type Server, type ServerConfig } from './server.ts'
import type { LogFields } from './platform/log.ts'

const secretsKey = crypto.getRandomValues(new Uint8Array(32))

function config(databaseUrl: string, log: unknown[] = [], more: Partial<ServerConfig> = {}): ServerConfig {
  const note = (fields: LogFields, message: string) => void log.push([message, fields])
  const silent = () => {}
  return {
    mode: 'dev',
    publicUrl: 'http://localhost:4000',
    databaseUrl,
    secretsKey,
    log: { debug: silent, info: silent, warn: note, error: note },
    ...more,
  }
}

async function post(server: Server, app: CreatedApplication, path: string, fields: Record<string, string>, cookie = '') {
  const request = new Request(`${app.frontendApiUrl}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost:3000', cookie },
  })
  const response = await server.fetch(request, { ip: '127.0.0.1' })
  return { status: response.status, json: await response.json(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie }
}

async function signUp(server: Server, app: CreatedApplication, address: string) {
  const begun = await post(server, app, '/v1/client/sign_ups', { email_address: address, strategy: 'email_code' })
  const inbox = await server.fetch(new Request(`${app.frontendApiUrl}/v1/latchkey/inbox?wait=5&to=${address}`), { ip: '127.0.0.1' })
  const { data } = await inbox.json()
  const path = `/v1/client/sign_ups/${begun.json.response.id}/attempt_verification`
  return post(server, app, path, { strategy: 'email_code', code: data[0].code }, begun.cookie)
}

describe.each(databases)('a server on $dialect', ({ open }) => {
  test('migrates an empty database and signs somebody up, mail included', async () => {
    const database = await open()
    const log: unknown[] = []
    const server = await createServer(config(database.url, log))
    await server.migrate()
    const app = await server.admin.createApplication({ name: 'Acme' })
    expect((await signUp(server, app, 'ada@example.com')).json.response.status).toBe('complete')
    await server.close()
    await server.close()
    // As text, so that a failure shows what was logged.
    expect(JSON.stringify(log)).toBe('[]')
    await database.drop()
  })

  test('leaves a database alone that is not made yet, however long that takes', async () => {
    const database = await open()
    const log: unknown[] = []
    const server = await createServer(config(database.url, log))
    await new Promise((done) => setTimeout(done, 1500))
    await server.migrate()
    await server.close()
    expect(JSON.stringify(log)).toBe('[]')
    await database.drop()
  })

  test('and another process agree: a session of one is good at the other, and gone at both', async () => {
    const database = await open()
    const one = await createServer(config(database.url))
    await one.migrate()
    const app = await one.admin.createApplication({ name: 'Acme' })
    const two = await createServer(config(database.url))
    const { json, cookie } = await signUp(one, app, 'ben@example.com')
    const tokens = `/v1/client/sessions/${json.response.created_session_id}/tokens`
    expect((await post(two, app, tokens, {}, cookie)).json.object).toBe('token')
    const ended = await post(two, app, `/v1/client/sessions/${json.response.created_session_id}/end`, {}, cookie)
    expect((await post(one, app, tokens, {}, ended.cookie)).status).toBe(404)
    await Promise.all([one.close(), two.close()])
    await database.drop()
  })

  test.each([
    ['start', [], 1],
    ['start', ['127.0.0.1'], 0],
    ['dev', [], 0],
  ] as const)('as latchkey %s, trusting %j, warns %i times of a proxy it does not know', async (mode, proxies, times) => {
    const database = await open()
    const log: unknown[] = []
    const server = await createServer(config(database.url, log, { mode, trustedProxies: proxies }))
    await server.migrate()
    const app = await server.admin.createApplication({ name: 'Acme' })
    for (let nth = 0; nth < 30; nth++) {
      await server.fetch(new Request(`${app.frontendApiUrl}/v1/environment`, { headers: { 'x-forwarded-for': '198.51.100.1' } }), {
        ip: '127.0.0.1',
      })
    }
    expect(log).toEqual(
      Array.from({ length: times }, () => [
        expect.stringContaining('Set LATCHKEY_TRUSTED_PROXIES'),
        { variable: 'LATCHKEY_TRUSTED_PROXIES' },
      ]),
    )
    await server.close()
    await database.drop()
  })

  test('does not know the secrets of another key', async () => {
    const database = await open()
    const one = await createServer(config(database.url))
    await one.migrate()
    const app = await one.admin.createApplication({ name: 'Acme' })
    const log: unknown[] = []
    const two = await createServer(config(database.url, log, { secretsKey: crypto.getRandomValues(new Uint8Array(32)) }))
    const response = await two.fetch(new Request(`${app.frontendApiUrl}/.well-known/jwks.json`))
    expect([response.status, (await response.json()).errors[0].code, log.length]).toEqual([500, 'internal_error', 1])
    await Promise.all([one.close(), two.close()])
    await database.drop()
  })

  test('says that its database is away, and when to come back', async () => {
    const database = await open()
    const log: unknown[] = []
    const server = await createServer(config(database.url, log))
    await server.migrate()
    const app = await server.admin.createApplication({ name: 'Acme' })
    await server.ports.storage.close()
    const health = await server.fetch(new Request('http://localhost:4000/v1/health'))
    expect([health.status, health.headers.get('retry-after')]).toEqual([503, '2'])
    expect((await post(server, app, '/v1/client/sign_ins', {})).status).toBe(503)
    // It was closed behind the server's back.
    await server.close().catch(() => {})
    await database.drop()
  })
})

test('several servers live in one process and know nothing of each other', async () => {
  const files = [1, 2].map(() => join(mkdtempSync(join(inject('scratch'), 'server-')), 'latchkey.db'))
  const servers = await Promise.all(files.map((file) => createServer(config(file))))
  await Promise.all(servers.map((server) => server.migrate()))
  const app = await servers[0]!.admin.createApplication({ name: 'Acme' })
  const ask = async (server: Server) => (await server.fetch(new Request(`${app.frontendApiUrl}/v1/environment`))).status
  expect([await ask(servers[0]!), await ask(servers[1]!)]).toEqual([200, 404])
  await Promise.all(servers.map((server) => server.close()))
})

test.each([
  [{ smtpUrl: 'smtp://localhost', mailFrom: 'nobody' }, 'The sender of emails is not an address.'],
  [{ trustedProxies: ['everybody'] }, 'everybody'],
])('a configuration that cannot work (%o) is refused at once', async (more, words) => {
  const file = join(mkdtempSync(join(inject('scratch'), 'server-')), 'latchkey.db')
  await expect(createServer(config(file, [], more))).rejects.toThrow(words)
})
