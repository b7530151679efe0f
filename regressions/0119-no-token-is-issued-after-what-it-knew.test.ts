import { expect, test } from 'vitest'
import { databases } from '../tools/testing/databases.ts'
import { createServer } from '../packages/server/src/server.ts'

// A ban was answered, and a token that raced it said it was issued a moment later: its time was taken after its session had been read.
// The kind: a time that speaks of what was read earlier.
test.each(databases)('a token says no later time than its session was known to be live at ($dialect)', async ({ open }) => {
  const database = await open()
  const silent = () => {}
  let now = 1_900_000_000_000
  const server = await createServer({
    mode: 'dev',
    publicUrl: 'http://localhost:4000',
    databaseUrl: database.url,
    secretsKey: new Uint8Array(32).fill(7),
    clock: { now: () => now },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  await server.migrate()
  const app = await server.admin.createApplication({ name: 'Shop' })
  let cookie = ''
  const ask = async (path: string, fields: Record<string, string> | null = {}, headers: Record<string, string> = {}) => {
    const base = path.startsWith('/v1/sessions') ? app.backendApiUrl : app.frontendApiUrl
    const body = fields === null ? {} : { method: 'POST', body: new URLSearchParams(fields) }
    const request = new Request(base + path, { ...body, headers: { origin: 'http://localhost:3000', cookie, ...headers } })
    const response = await server.fetch(request, { ip: '127.0.0.1' })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response.json()
  }
  const begun = await ask('/v1/client/sign_ups', { email_address: 'ada@example.com', strategy: 'email_code' })
  const { data } = await ask('/v1/latchkey/inbox?wait=5&to=ada@example.com', null)
  const path = `/v1/client/sign_ups/${begun.response.id}/attempt_verification`
  const { response } = await ask(path, { strategy: 'email_code', code: data[0].code })
  const id: string = response.created_session_id

  // From here on every read takes five seconds.
  const { db } = server.ports.storage
  const execute = db.execute.bind(db)
  let looked = 0
  Object.assign(db, {
    execute: async (...statement: Parameters<typeof execute>) => {
      if (/^select .*sessions/is.test(statement[0])) looked = now
      const result = await execute(...statement)
      now += 5000
      return result
    },
  })
  const issued = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()).iat * 1000
  const secret = { authorization: `Bearer ${app.secretKey}`, 'content-type': 'application/json' }
  const doors: Record<string, () => Promise<string>> = {
    'tokens of a session': async () => (await ask(`/v1/client/sessions/${id}/tokens`)).jwt,
    'an answer that carries one': async () => (await ask(`/v1/client/sessions/${id}/touch`)).response.last_active_token.jwt,
    'the Backend API': async () => (await ask(`/v1/sessions/${id}/tokens`, {}, secret)).jwt,
  }
  for (const [door, token] of Object.entries(doors)) {
    looked = 0
    const iat = issued(await token())
    expect([door, looked > 0, iat <= looked]).toEqual([door, true, true])
  }
  await server.close()
  await database.drop()
})
