import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

/*
 * Answers about oneself carried sessions without a token. The SDKs put every client they are handed in the place of the one they
 * had, and one without a token made `useAuth` throw when a profile was saved.
 */
onBothDatabases('an answer about oneself', (server) => {
  test('carries the token of the session', async () => {
    const browser = server().browser(await server().application())
    await signUp(server(), browser, 'ada@example.com')
    const answers = [
      await browser.get('/v1/me'),
      await browser.post('/v1/me?_method=PATCH', { first_name: 'Ada' }),
      await browser.post('/v1/me/email_addresses', { email_address: 'second@example.com' }),
    ]
    for (const { json } of answers) expect(json.client.sessions[0].last_active_token.jwt).toMatch(/^ey/)
  })
})
