import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'
import { testServer, type TestServer } from '../packages/server/src/http/testing/test-server.ts'
import { databases } from '../tools/testing/databases.ts'

// Scripts that find no readable dev-browser cookie do not mount a form that links to a page of another origin, such as the hosted one.
describe.each(databases)('the readable name of a browser on $dialect', ({ fromTemplate }) => {
  let server: TestServer
  let app: CreatedApplication
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    server = await testServer(database.url)
    app = await server.application()
    drop = database.drop
  })
  afterEach(async () => {
    await server.close()
    await drop()
  })

  /** The names that an answer gives, whole lines. */
  const given = async (of: CreatedApplication, headers: { readonly [name: string]: string }) => {
    const response = await server.fetch(new Request(`${of.frontendApiUrl}/v1/client`, { headers }))
    expect(response.status).toBe(200)
    return response.headers.getSetCookie().filter((line) => line.startsWith('__clerk_db_jwt'))
  }
  const origin = 'http://localhost:3000'

  test('comes with the first question in development, with the suffix of the instance and without', async () => {
    const lines = await given(app, { origin })
    const value = /=(dvb_\w{27});/.exec(lines[0]!)![1]!
    const attributes = `=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
    expect(lines.map((line) => line.replace(attributes, ''))).toEqual([
      expect.stringMatching(/^__clerk_db_jwt_[\w-]{8}$/),
      '__clerk_db_jwt',
    ])
    expect(await server.rows('clients')).toBe(0)
  })

  test('stays as it is once a browser has one of this instance', async () => {
    const [suffixed] = await given(app, { origin })
    const cookie = suffixed!.split(';')[0]!
    expect(await given(app, { origin, cookie })).toEqual([])
    const other = await server.application()
    expect(await given(other, { origin, cookie })).toHaveLength(2)
  })

  test('comes to a browser with somebody signed in as well', async () => {
    const browser = server.browser(app)
    await signUp(server, browser, 'ada@example.com')
    const { headers } = await browser.get('/v1/client')
    expect(headers.getSetCookie().filter((line) => line.startsWith('__clerk_db_jwt'))).toHaveLength(2)
  })

  test('is none of production, nor of an application whose own server carries the request', async () => {
    const hosted = await server.application({ type: 'production', host: 'clerk.example.com' })
    expect(await given(hosted, {})).toEqual([])
    const firstParty = { origin, 'latchkey-secret-key': app.secretKey, 'latchkey-proxy-url': `${origin}/__latchkey` }
    expect(await given(app, firstParty)).toEqual([])
  })
})
