import { beforeEach, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

/* `POST` and `PUT /v1/client` wrote a row for whoever asked, which then stayed for a week: two a second from each network. */
onBothDatabases('a browser seen for the first time', (server) => {
  let app: CreatedApplication
  beforeEach(async () => {
    app = await server().application()
  })

  test.each([
    ['GET', '/v1/client'],
    ['POST', '/v1/client'],
    ['PUT', '/v1/client'],
    ['POST', '/v1/client?_method=PUT'],
  ])('is told that it has no client by %s %s, and leaves nothing behind', async (method, path) => {
    for (const browser of [server().browser(app), server().firstParty(app)]) {
      const before = await server().rows('clients')
      const answer = await browser.send(method, path)
      expect([answer.status, answer.json]).toEqual([200, { response: null, client: null }])
      // In development it gets a name, which proves nothing and which nothing is kept of.
      expect(answer.headers.getSetCookie().filter((line) => !line.startsWith('__clerk_db_jwt'))).toEqual([])
      expect(answer.headers.get('latchkey-client-token')).toBeNull()
      expect(await server().rows('clients')).toEqual(before)
    }
  })

  test('has a client from its first attempt on, and signs up with it', async () => {
    const browser = server().browser(app)
    await browser.post('/v1/client')
    const done = await signUp(server(), browser, 'ada@example.com')
    expect(done.json.response.status).toBe('complete')
    for (const method of ['GET', 'POST', 'PUT']) {
      const { json } = await browser.send(method, '/v1/client')
      expect([json.response.id, json.response.sessions.length, json.response.sessions[0].last_active_token.jwt]).toEqual([
        done.json.client.id,
        1,
        expect.any(String),
      ])
    }
  })
})
