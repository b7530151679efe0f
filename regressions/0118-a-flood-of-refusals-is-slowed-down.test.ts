import { expect, test } from 'vitest'
import { databases } from '../tools/testing/databases.ts'
import { createServer } from '../packages/server/src/server.ts'

// Refusing cost no statement, and kept the event loop so full of refusals that a sign-up beside them took 195 times as long on PostgreSQL.
// The kind: an answer that is so cheap for the server is as cheap for whoever asks for it again at once.
test.each(databases)('whoever asks on after being refused is answered later, others at once ($dialect)', async ({ open }) => {
  const database = await open()
  const silent = () => {}
  const server = await createServer({
    mode: 'start',
    publicUrl: 'http://localhost:4000',
    databaseUrl: database.url,
    secretsKey: new Uint8Array(32).fill(7),
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  await server.migrate()
  const app = await server.admin.createApplication({ name: 'Shop', type: 'production', host: 'clerk.shop.example' })
  const ask = async (ip: string) => {
    const url = `${app.frontendApiUrl}/v1/client/sign_ins`
    const { status } = await server.fetch(new Request(url, { method: 'POST', headers: { origin: 'https://clerk.shop.example' } }), { ip })
    return status
  }
  const heard: number[] = []
  const began = performance.now()
  const asked = Array.from({ length: 30 }, async () => void heard.push(await ask('203.0.113.1')))
  const refusals = () => heard.filter((status) => status === 429).length
  expect(await ask('203.0.113.2')).not.toBe(429)
  await Promise.all(asked)
  expect(refusals()).toBeGreaterThan(10)
  expect(performance.now() - began).toBeGreaterThan(900)
  await server.close()
  await database.drop()
})
